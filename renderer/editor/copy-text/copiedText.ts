import type { Fragment, Node, Slice } from '@tiptap/pm/model';
import { type ActionLabels, isRow, linesOfRows } from './linesOfRows.ts';

/**
 * Copied content with rows in it as plain text: rows a line each, a tab between their cells, so that spreadsheets
 * and timelines take them as rows again; other blocks a line apart.
 *
 * @returns null where it holds no rows, or only words from within one
 */
export function copiedText(slice: Slice, labels: ActionLabels): string | null {
  return isWithinRow(slice) || !holdsRow(slice.content) ? null : textOf(slice.content, labels);
}

function isWithinRow({ content, openStart, openEnd }: Slice): boolean {
  let inner = content;
  for (let depth = Math.min(openStart, openEnd); depth > 0 && inner.childCount === 1; depth -= 1) {
    const only = inner.child(0);
    if (isRow(only)) return true;
    inner = only.content;
  }
  return false;
}

const holdsRow = (content: Fragment): boolean =>
  content.content.some((node) => isRow(node) || (!node.isTextblock && holdsRow(node.content)));

function textOf({ content }: Fragment, labels: ActionLabels): string {
  if (content.some(isRow)) return linesOfRows(content, labels).join('\n');
  return content
    .map((node) => (node.isTextblock ? blockText(node) : textOf(node.content, labels)))
    .filter((text) => text !== '')
    .join('\n\n');
}

const blockText = (block: Node): string =>
  block.textBetween(0, block.content.size, undefined, ({ type }) => (type.name === 'hardBreak' ? '\n' : ''));
