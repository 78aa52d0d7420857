import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { absolutePositionToRelativePosition } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { positionOf, syncBinding } from '../binding/syncBinding.ts';

/** The caret's place as text, which stays right whatever is edited around it meanwhile. */
export function caretPlace(editor: Editor): string {
  const { type, mapping } = syncBinding(editor.state);
  const place = absolutePositionToRelativePosition(editor.state.selection.head, type, mapping);
  return JSON.stringify(place);
}

/** The selection that a caret's place stands for now; null where its text is gone. */
export function selectionAt({ state }: Editor, place: string): Selection | null {
  const position = relativePositionOf(place);
  const at = position === null ? null : positionOf(state, position);
  return at === null ? null : Selection.near(state.doc.resolve(at));
}

function relativePositionOf(place: string): Y.RelativePosition | null {
  try {
    return Y.createRelativePositionFromJSON(JSON.parse(place));
  } catch {
    return null;
  }
}
