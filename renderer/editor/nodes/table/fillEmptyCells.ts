import type { Transaction } from '@tiptap/pm/state';
import { tableAround } from './tableAround.ts';

/** Puts an empty paragraph into each empty cell of the table that the selection is in. */
export function fillEmptyCells(tr: Transaction): void {
  const table = tableAround(tr.selection);
  const { paragraph } = tr.doc.type.schema.nodes;
  if (table === undefined || paragraph === undefined) return;
  const empty: number[] = [];
  table.node.descendants((node, position) => {
    if (node.type.spec.tableRole === 'row') return true;
    if (node.childCount === 0) empty.push(table.start + position + 1);
    return false;
  });
  for (const position of empty.reverse()) tr.insert(position, paragraph.create());
}
