import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { isAcrossRows, withoutSelectedRows } from '../../rows/acrossRows.ts';

/**
 * Stops what the browser itself would do across the edge of a cell, or of any other isolating node: it would
 * tear the drawn row apart, and the editor would read that as deleted text. It comes to this where the browser
 * knows a caret or a selection that the editor has not heard of yet, and for keys that the editor leaves to it.
 *
 * @returns whether the event is done with
 */
export function stopNativeEdit(view: EditorView, event: InputEvent): boolean {
  if (!view.editable || event.target !== view.dom || !event.cancelable) return false;
  const { doc } = view.state;
  const ranges = event.getTargetRanges().map(({ startContainer, startOffset, endContainer, endOffset }) => ({
    from: positionAt(view, startContainer, startOffset),
    to: positionAt(view, endContainer, endOffset),
  }));
  const leaves = ranges.some(
    ({ from, to }) => from !== null && to !== null && isolationAt(doc, from) !== isolationAt(doc, to),
  );
  if (!leaves && !deletesAtEdge(view, event.inputType)) return false;
  event.preventDefault();
  editSelectedCells(view, event);
  return true;
}

function positionAt(view: EditorView, node: globalThis.Node, offset: number): number | null {
  return view.dom.contains(node) ? view.posAtDOM(node, offset, 0) : null;
}

/** The position before the innermost isolating node around a position: a cell, an answer; -1 for none. */
function isolationAt(doc: Node, position: number): number {
  const $position = doc.resolve(position);
  for (let depth = $position.depth; depth > 0; depth -= 1) {
    if ($position.node(depth).type.spec.isolating) return $position.before(depth);
  }
  return -1;
}

/** Whether a deletion would begin at the edge of an isolating node and go out of it. */
function deletesAtEdge(view: EditorView, inputType: string): boolean {
  const caret = domSelection(view);
  if (!inputType.startsWith('delete') || caret === null || caret.anchor !== caret.head) return false;
  const { doc } = view.state;
  const around = isolationAt(doc, caret.head);
  if (around < 0) return false;
  const size = doc.nodeAt(around)?.content.size ?? 0;
  const [start, end] = [around + 1, around + 1 + size];
  const isEdge = (from: number, to: number): boolean => doc.textBetween(from, to, '\n', '\n') === '';
  return /Backward$/.test(inputType) ? isEdge(start, caret.head) : isEdge(caret.head, end);
}

function domSelection(view: EditorView): { readonly anchor: number; readonly head: number } | null {
  const selection = view.dom.ownerDocument.getSelection();
  if (!selection?.anchorNode || !selection.focusNode) return null;
  const anchor = positionAt(view, selection.anchorNode, selection.anchorOffset);
  const head = positionAt(view, selection.focusNode, selection.focusOffset);
  return anchor === null || head === null ? null : { anchor, head };
}

/** Does to a selection over several cells what was meant by the edit. */
function editSelectedCells(view: EditorView, { inputType, data }: InputEvent): void {
  const selected = domSelection(view);
  if (selected === null || selected.anchor === selected.head) return;
  const { tr } = view.state;
  const [$anchor, $head] = [tr.doc.resolve(selected.anchor), tr.doc.resolve(selected.head)];
  view.dispatch(tr.setSelection(TextSelection.between($anchor, $head)));
  if (!isAcrossRows(view.state)) return;
  const emptied = withoutSelectedRows(view.state);
  if (inputType.startsWith('delete')) view.dispatch(emptied.scrollIntoView());
  else if (inputType === 'insertText' && data !== null)
    view.dispatch(emptied.insertText(data).scrollIntoView());
}
