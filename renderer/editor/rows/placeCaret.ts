import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import { tabbableIn } from '../../ui/overlay/tabbable.ts';

/**
 * Puts the caret into the node before which `position` lies: at the start of its text or, with `end`, at the end.
 * A node without text takes the focus in its first control, or with `end` in its last.
 */
export function placeCaret(editor: Editor, position: number, end = false): void {
  const { view } = editor;
  const node = view.state.doc.nodeAt(position);
  if (node === null) return;
  if (!holdsText(node)) {
    const dom = view.nodeDOM(position);
    const controls = dom instanceof HTMLElement ? tabbableIn(dom) : [];
    const control = end ? controls[controls.length - 1] : controls[0];
    control?.focus();
    control?.scrollIntoView({ block: 'nearest' });
    return;
  }
  const inside = view.state.doc.resolve(end ? position + node.nodeSize - 1 : position + 1);
  const { tr } = view.state;
  view.dispatch(tr.setSelection(Selection.near(inside, end ? -1 : 1)).scrollIntoView());
  view.focus();
}

function holdsText(node: Node): boolean {
  let found = node.isTextblock;
  node.descendants((inner) => {
    found ||= inner.isTextblock;
    return !found;
  });
  return found;
}

/** Gives the focus to a cell of the row before which `position` lies. @returns false when it has no such cell */
export function focusCell(editor: Editor, position: number, cell: string): boolean {
  const row = editor.view.nodeDOM(position);
  const control = row instanceof HTMLElement ? row.querySelector<HTMLElement>(`[data-cell="${cell}"]`) : null;
  control?.focus();
  control?.scrollIntoView({ block: 'nearest' });
  return control !== null;
}

/** Puts the caret at the start or the end of the text that an element of the page holds. */
export function placeCaretIn(editor: Editor, content: HTMLElement, end: boolean): void {
  const { view } = editor;
  const at = view.posAtDOM(content, end ? content.childNodes.length : 0, end ? 1 : -1);
  const selection = Selection.near(view.state.doc.resolve(at), end ? -1 : 1);
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
  view.focus();
}
