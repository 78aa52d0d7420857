import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { isAcrossRows } from './acrossRows.ts';
import { depthOf, FORMS } from './formParts.ts';

/**
 * The rows of a selection that begins with the first words of one row and ends with the last ones of a row: they were
 * selected as rows.
 *
 * @returns null for every other selection
 */
export function wholeRows(state: EditorState): Slice | null {
  const { $from, $to, from, to } = state.selection;
  const depth = depthOf($from, FORMS);
  if (depth === null || to > $from.end(depth) || !isAcrossRows(state)) return null;
  const [first, last] = [$from.index(depth), $to.index(depth)];
  const isWhole =
    isBlank(state.doc, $from.posAtIndex(first, depth), from) &&
    isBlank(state.doc, to, $to.posAtIndex(last + 1, depth));
  return isWhole ? new Slice(Fragment.from($from.node(depth).children.slice(first, last + 1)), 0, 0) : null;
}

const isBlank = (doc: Node, from: number, to: number): boolean => doc.textBetween(from, to, '', '.') === '';
