import type { Node } from '@tiptap/pm/model';
import type { PastedCell } from './pastedRow.ts';

/** The cells of an ordinary table, row by row. */
export const cellsOfTable = (table: Node): readonly (readonly PastedCell[])[] =>
  table.children.map((row) =>
    row.children.map((cell) => ({
      words: cell.textBetween(0, cell.content.size, ' ', ' ').replace(/\s+/g, ' ').trim(),
      blocks: cell.content,
    })),
  );
