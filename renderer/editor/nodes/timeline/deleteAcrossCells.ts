import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { rowAround } from './rowPlace.ts';

const CELLS: ReadonlySet<string> = new Set(['timelineEvent', 'timelineSource']);

/** Whether a selection goes from one cell of a timeline to another one of the same timeline. */
export function isAcrossCells({ selection, doc }: EditorState): boolean {
  if (!(selection instanceof TextSelection) || selection.empty) return false;
  const from = rowAround(selection.$from);
  const to = rowAround(selection.$to);
  if (from === null || to === null || from.timelinePos !== to.timelinePos) return false;
  return cellPos(doc, selection.from) !== cellPos(doc, selection.to);
}

function cellPos(doc: Node, pos: number): number {
  const $pos = doc.resolve(pos);
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    if (CELLS.has($pos.node(depth).type.name)) return $pos.before(depth);
  }
  return -1;
}

/**
 * Deletes the selected text of each cell, and rows that lie wholly between the ends. The rows at both ends
 * stay two rows with their own times: joined, one of the times would be gone unseen.
 */
export function withoutSelectedCells(state: EditorState): Transaction {
  const { tr, selection, doc, schema } = state;
  const { from, to } = selection;
  const cuts: { from: number; to: number; whole: boolean; cell: Node | null }[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    const end = pos + node.nodeSize;
    if (node.type.name === 'timelineRow' && pos > from && end < to) {
      cuts.push({ from: pos, to: end, whole: true, cell: null });
      return false;
    }
    if (!CELLS.has(node.type.name)) return !node.isTextblock;
    const whole = pos + 1 >= from && end - 1 <= to;
    cuts.push({ from: Math.max(from, pos + 1), to: Math.min(to, end - 1), whole, cell: node });
    return false;
  });
  for (const cut of cuts.reverse()) {
    if (cut.cell?.type.name === 'timelineEvent') {
      if (cut.whole) tr.replaceWith(cut.from, cut.to, schema.nodes.paragraph!.create());
      else tr.deleteRange(cut.from, cut.to);
    } else tr.delete(cut.from, cut.to);
  }
  return tr.setSelection(Selection.near(tr.doc.resolve(from), 1));
}

/** @returns false when the selection is no such one */
export function deleteAcrossCells(editor: Editor): boolean {
  if (!isAcrossCells(editor.state)) return false;
  editor.view.dispatch(withoutSelectedCells(editor.state).scrollIntoView());
  return true;
}
