import type { Transaction } from '@tiptap/pm/state';

/** Puts an empty paragraph into each empty cell of the table that the selection is in. */
export function fillEmptyCells(tr: Transaction): void {
  const { $from } = tr.selection;
  const depth = Array.from({ length: $from.depth + 1 }, (_, at) => $from.depth - at).find(
    (at) => $from.node(at).type.name === 'table',
  );
  const { paragraph } = tr.doc.type.schema.nodes;
  if (depth === undefined || paragraph === undefined) return;
  const start = $from.start(depth);
  const empty: number[] = [];
  $from.node(depth).descendants((node, position) => {
    if (node.type.spec.tableRole === 'row') return true;
    if (node.childCount === 0) empty.push(start + position + 1);
    return false;
  });
  for (const position of empty.reverse()) tr.insert(position, paragraph.create());
}
