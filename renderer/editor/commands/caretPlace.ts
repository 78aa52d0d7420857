import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** The caret's place as text, which stays right whatever is edited around it meanwhile. */
export function caretPlace(editor: Editor): string {
  const { type, binding } = ySyncPluginKey.getState(editor.state);
  const place = absolutePositionToRelativePosition(editor.state.selection.head, type, binding.mapping);
  return JSON.stringify(place);
}

/** The selection that a caret's place stands for now; null where its text is gone. */
export function selectionAt(editor: Editor, place: string): Selection | null {
  const { doc, type, binding } = ySyncPluginKey.getState(editor.state);
  const position = relativePositionOf(place);
  if (position === null) return null;
  const at: number | null = relativePositionToAbsolutePosition(doc, type, position, binding.mapping);
  return at === null || at > editor.state.doc.content.size
    ? null
    : Selection.near(editor.state.doc.resolve(at));
}

function relativePositionOf(place: string): Y.RelativePosition | null {
  try {
    return Y.createRelativePositionFromJSON(JSON.parse(place));
  } catch {
    return null;
  }
}
