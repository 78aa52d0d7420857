import type { Node, ResolvedPos, Slice } from '@tiptap/pm/model';
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state';
import {
  type __Area as Cells,
  cellAround,
  __insertCells as insertCells,
  __pastedCells as pastedCells,
  type Rect,
  TableMap,
} from '@tiptap/pm/tables';
import { fillEmptyCells } from './fillEmptyCells.ts';

/**
 * Cells that are pasted at a caret in a table, or over words in one of its cells: in the cells from there on where all
 * of them are empty, else as a table of their own below, so that only what was selected is replaced. The caret goes
 * to their end.
 *
 * @returns null where no cells are pasted, or not into one cell
 */
export function pastedAtCaret(state: EditorState, slice: Slice): Transaction | null {
  const { $from, $to } = state.selection;
  const $cell = cellAround($from);
  if ($cell === null || $cell.pos !== cellAround($to)?.pos) return null;
  const cells = pastedCells(slice);
  if (cells === null) return null;
  const without = state.tr.deleteSelection();
  const place = freePlace(without.doc, $cell, cells);
  const tr = place === null ? inTableBelow(without, $cell, cells) : inCells(state, $cell, place, cells);
  return tr.scrollIntoView();
}

/** Where the cells go in the table; null where one that they would cover is not empty, or the table is uneven. */
function freePlace(doc: Node, $cell: ResolvedPos, { width, height }: Cells): Rect | null {
  const table = doc.nodeAt($cell.before(-1));
  if (table === null) return null;
  const map = TableMap.get(table);
  if (map.problems) return null;
  const { left, top } = map.findCell($cell.pos - $cell.start(-1));
  const place = {
    left,
    top,
    right: Math.min(left + width, map.width),
    bottom: Math.min(top + height, map.height),
  };
  return map.cellsInRect(place).every((cell) => isEmpty(table.nodeAt(cell))) ? place : null;
}

function isEmpty(cell: Node | null): boolean {
  return (
    cell === null || cell.children.every((block) => block.type.name === 'paragraph' && block.childCount === 0)
  );
}

function inCells(state: EditorState, $cell: ResolvedPos, place: Rect, cells: Cells): Transaction {
  let { tr } = state;
  insertCells(
    state,
    (inserted) => {
      tr = inserted;
    },
    $cell.start(-1),
    place,
    cells,
  );
  fillEmptyCells(tr);
  return tr.setSelection(Selection.near(tr.selection.$to, -1));
}

function inTableBelow(tr: Transaction, $cell: ResolvedPos, { rows }: Cells): Transaction {
  const { table, tableRow } = tr.doc.type.schema.nodes;
  const before = $cell.before(-1);
  const end = before + (tr.doc.nodeAt(before)?.nodeSize ?? 0);
  if (!table || !tableRow) return tr;
  const pasted = table.create(
    null,
    rows.map((row) => tableRow.create(null, row)),
  );
  tr.insert(end, pasted);
  tr.setSelection(Selection.near(tr.doc.resolve(end + pasted.nodeSize), -1));
  fillEmptyCells(tr);
  return tr;
}
