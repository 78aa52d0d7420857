import type { EditorState } from '@tiptap/pm/state';
import {
  type ProsemirrorBinding,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

export const syncBinding = (state: EditorState): ProsemirrorBinding => ySyncPluginKey.getState(state).binding;

/**
 * Sets the caret that the binding puts back after the next change from elsewhere; with null it looks anew when
 * that change begins, which its declared types do not say.
 */
export function setRememberedCaret(binding: ProsemirrorBinding, caret: object | null): void {
  const remembering: { beforeTransactionSelection: object | null } = binding;
  remembering.beforeTransactionSelection = caret;
}

/** Where in the editor a place of the document is now; null where it is gone. */
export function positionOf(state: EditorState, place: Y.RelativePosition): number | null {
  const { doc, type, mapping } = syncBinding(state);
  const position: number | null = relativePositionToAbsolutePosition(doc, type, place, mapping);
  return position === null || position > state.doc.content.size ? null : position;
}
