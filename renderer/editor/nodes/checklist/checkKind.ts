import type { RowKind } from '../../rows/rowKind.ts';

export const CHECK_ITEM: RowKind = {
  node: 'checkItem',
  noun: 'Item',
  nameOf: (_, row) => (row.textContent.trim() === '' ? 'Item' : `“${row.textContent.trim()}”`),
  make: (editor) => editor.schema.nodes.checkItem!.create(),
  isEmpty: (row) => row.content.size === 0,
};
