import type { EditorView } from '@tiptap/pm/view';

/** Puts what is selected on the clipboard of a copy or a cut. @returns false where the event has no clipboard */
export function copySelection(view: EditorView, event: ClipboardEvent): boolean {
  const { clipboardData } = event;
  if (clipboardData === null) return false;
  const { dom, text } = view.serializeForClipboard(view.state.selection.content());
  event.preventDefault();
  clipboardData.clearData();
  clipboardData.setData('text/html', dom.innerHTML);
  clipboardData.setData('text/plain', text);
  return true;
}
