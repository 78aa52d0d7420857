import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { DrawnView, type RowMenu } from './drawnView.ts';

/** The menu of the innermost row that holds the focus or, while that is in the text, the caret; null for none. */
export function menuOfRowInUse(editor: Editor): RowMenu | null {
  const { view } = editor;
  const focused = document.activeElement;
  if (!view.dom.contains(focused)) return null;
  let around = DrawnView.around(focused === view.dom ? elementAtCaret(editor) : focused);
  while (around !== null && around.rowMenu === null) around = DrawnView.around(around.dom.parentElement);
  return around?.rowMenu ?? null;
}

function elementAtCaret({ view }: Editor): Element | null {
  const { selection } = view.state;
  const node =
    selection instanceof NodeSelection ? view.nodeDOM(selection.from) : view.domAtPos(selection.head).node;
  return node instanceof Element ? node : (node?.parentElement ?? null);
}
