import type { Fragment, Node, Slice } from '@tiptap/pm/model';
import { holds, isWithin } from '../rows/withinSlice.ts';
import { type ActionLabels, isRow, linesOfRows } from './linesOfRows.ts';

/**
 * Copied content with rows in it as plain text: rows a line each, a tab between their cells, so that spreadsheets
 * and timelines take them as rows again; other blocks a line apart.
 *
 * @returns null where it holds no rows, or only words from within one
 */
export function copiedText(slice: Slice, labels: ActionLabels): string | null {
  return isWithin(slice, isRow) || !holds(slice.content, isRow) ? null : textOf(slice.content, labels);
}

function textOf({ content }: Fragment, labels: ActionLabels): string {
  if (content.some(isRow)) return linesOfRows(content, labels).join('\n');
  return content
    .map((node) => (node.isTextblock ? blockText(node) : textOf(node.content, labels)))
    .filter((text) => text !== '')
    .join('\n\n');
}

const blockText = (block: Node): string =>
  block.textBetween(0, block.content.size, undefined, ({ type }) => (type.name === 'hardBreak' ? '\n' : ''));
