import type { BodyNode } from '../../document/template.ts';
import { cellLine } from '../blocks/pipeTable.ts';
import { isText } from '../inline/inlineNodes.ts';

/** The lines of a pipe table, head row first. */
export type Lines = readonly (readonly (readonly BodyNode[])[])[];

/** The lines of a table that is written with pipes and aligned in no special way to a reader; else null. */
export function linesOf(table: BodyNode): Lines | null {
  if (table.type !== 'table') return null;
  const rows = (table.content ?? []).map((row, rowAt) =>
    (row.content ?? []).map((cell) => {
      const plainCell =
        cell.type === (rowAt === 0 ? 'tableHeader' : 'tableCell') &&
        (cell.attrs?.colspan ?? 1) === 1 &&
        (cell.attrs?.rowspan ?? 1) === 1;
      return plainCell ? cellLine(cell.content ?? []) : null;
    }),
  );
  const width = rows[0]?.length ?? 0;
  const regular = rows.every((row) => row.length === width && !row.includes(null));
  return regular && width > 0 ? (rows as Lines) : null;
}

/** A table of lines, head row first, as ordinary nodes. */
export function tableOf(lines: Lines): BodyNode {
  return {
    type: 'table',
    content: lines.map((row, rowAt) => ({
      type: 'tableRow',
      content: row.map((line) => ({
        type: rowAt === 0 ? 'tableHeader' : 'tableCell',
        content: [line.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content: line }],
      })),
    })),
  };
}

/** The words of a line that holds nothing but text, whatever its marks but links; else null. */
export function wordsOf(line: readonly BodyNode[]): string | null {
  const onlyWords = line.every((node) => isText(node) && !node.marks?.some(({ type }) => type === 'link'));
  return onlyWords ? line.map(({ text }) => text).join('') : null;
}

/** A line of plain text; none for an empty one. */
export const lineOf = (text: string): readonly BodyNode[] => (text === '' ? [] : [{ type: 'text', text }]);

/** One white space between words, none at the ends. */
export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
