import type { BodyNode } from '../../document/template.ts';
import { mergeTexts } from '../inline/inlineNodes.ts';
import { type Lines, linesOf, tableOf } from './cells.ts';

/**
 * Cells too many: somebody who edits a table by hand may write a row with more cells than the table has heads, as with
 * a pipe among the words. GitHub hides them; here they are columns at the end without heads.
 */

/** The lines of a table with such cells, and how many of its columns have heads; null for every other table. */
function extraIn(table: BodyNode): { readonly lines: Lines; readonly width: number } | null {
  const lines = linesOf(table);
  const width = 1 + (lines?.[0]?.map((head) => head.length > 0).lastIndexOf(true) ?? -1);
  return lines === null || width === 0 || width === lines[0]?.length ? null : { lines, width };
}

/** The table with what such cells hold at the end of the last cell in front of them. */
export function withoutExtraCells(table: BodyNode): BodyNode {
  const extra = extraIn(table);
  if (extra === null) return table;
  const { lines, width } = extra;
  return tableOf(lines.map((row) => [...row.slice(0, width - 1), joinCells(row.slice(width - 1))]));
}

const joinCells = (cells: Lines[number]): readonly BodyNode[] =>
  mergeTexts(
    cells
      .filter((cell) => cell.length > 0)
      .flatMap((cell, at) => (at === 0 ? cell : [{ type: 'text', text: ' ' }, ...cell])),
  );

/** How many rows of a table have words in such cells. */
export const rowsWithExtraCells = (table: BodyNode): number => {
  const extra = extraIn(table);
  return extra?.lines.filter((row) => row.slice(extra.width).some((cell) => cell.length > 0)).length ?? 0;
};
