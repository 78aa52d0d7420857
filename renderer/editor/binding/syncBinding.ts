import type { EditorState } from '@tiptap/pm/state';
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap';

export const syncBinding = (state: EditorState): ProsemirrorBinding => ySyncPluginKey.getState(state).binding;

/**
 * Sets the caret that the binding puts back after the next change from elsewhere; with null it looks anew when
 * that change begins, which its declared types do not say.
 */
export function setRememberedCaret(binding: ProsemirrorBinding, caret: object | null): void {
  const remembering: { beforeTransactionSelection: object | null } = binding;
  remembering.beforeTransactionSelection = caret;
}
