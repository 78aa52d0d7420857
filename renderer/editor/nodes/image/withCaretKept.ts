import type { Editor, EditorEvents } from '@tiptap/core';
import { Mapping } from '@tiptap/pm/transform';

/** Changes the text elsewhere: the caret, or the control that has the focus, stays where it is, and in sight. */
export function withCaretKept(editor: Editor, change: () => void): void {
  const { activeElement } = document;
  const bookmark = editor.state.selection.getBookmark();
  const mapping = new Mapping();
  const follow = ({ transaction, appendedTransactions }: EditorEvents['transaction']): void => {
    for (const tr of [transaction, ...appendedTransactions]) mapping.appendMapping(tr.mapping);
  };
  editor.on('transaction', follow);
  try {
    change();
  } finally {
    editor.off('transaction', follow);
  }
  const { tr } = editor.state;
  tr.setSelection(bookmark.map(mapping).resolve(tr.doc));
  const isInText = activeElement === editor.view.dom;
  editor.view.dispatch(isInText ? tr.scrollIntoView() : tr);
  if (!(activeElement instanceof HTMLElement) || isInText) return;
  if (activeElement !== document.activeElement) activeElement.focus({ preventScroll: true });
  activeElement.scrollIntoView({ block: 'nearest' });
}
