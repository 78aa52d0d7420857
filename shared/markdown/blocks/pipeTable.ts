import type { AlignType, Table } from 'mdast';
import type { BodyNode } from '../../document/template.ts';
import { isText, markOf, textAttr } from '../inline/inlineNodes.ts';
import { type InlineStyle, writeOneLine } from '../inline/writeInline.ts';

/** The inline content of a cell that holds at most one paragraph that fits a pipe table; else null. */
export function cellLine(blocks: readonly BodyNode[]): readonly BodyNode[] | null {
  const [first, ...others] = blocks;
  if (first === undefined) return [];
  if (others.length > 0 || first.type !== 'paragraph') return null;
  const line = first.content ?? [];
  return line.every(fitsCell) ? line : null;
}

/** A pipe can be escaped in text, but not in tags, in bare addresses, or after a backslash in code. */
export function fitsCell(node: BodyNode): boolean {
  if (node.type === 'rawInline') return !(textAttr(node, 'value') ?? '').includes('|');
  if (!isText(node)) return true;
  if (markOf(node, 'code')) return !node.text.includes('\\|');
  const href = markOf(node, 'link')?.attrs?.href;
  return !(typeof href === 'string' && href.includes('|'));
}

/** A table of one head row and plain cells as a pipe table; null when it is not of that kind. */
export function pipeTable(table: BodyNode, style: InlineStyle): Table | null {
  const rows = table.content ?? [];
  const align = columnsOf(rows);
  if (align === null) return null;
  const lines = rows.map((row) => (row.content ?? []).map((cell) => cellLine(cell.content ?? [])));
  if (lines.some((row) => row.includes(null))) return null;
  return {
    type: 'table',
    align,
    children: lines.map((row) => ({
      type: 'tableRow',
      children: row.map((line) => ({ type: 'tableCell', children: writeOneLine(line ?? [], style) })),
    })),
  };
}

/** How each column is aligned; null when the rows are not one head row above cells of the same columns. */
function columnsOf(rows: readonly BodyNode[]): AlignType[] | null {
  const head = rows[0]?.content ?? [];
  const align = head.map((cell) => textAttr(cell, 'align'));
  const regular = rows.every((row, rowAt) => {
    const cells = row.content ?? [];
    return (
      cells.length === head.length &&
      cells.every(
        (cell, column) =>
          cell.type === (rowAt === 0 ? 'tableHeader' : 'tableCell') &&
          (cell.attrs?.colspan ?? 1) === 1 &&
          (cell.attrs?.rowspan ?? 1) === 1 &&
          textAttr(cell, 'align') === align[column],
      )
    );
  });
  return regular && head.length > 0 ? (align as AlignType[]) : null;
}
