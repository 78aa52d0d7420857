import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { isAcrossRows } from './acrossRows.ts';
import { depthOf, FORMS, ROWS } from './formParts.ts';

/**
 * The rows of a selection that begins with the first words of one row and ends with the last ones of a row: they were
 * selected as rows.
 *
 * @returns null for every other selection
 */
export function wholeRows(state: EditorState): Slice | null {
  const range = rangeOf(state);
  return range === null ? null : new Slice(Fragment.from(range.rows), 0, 0);
}

/** The positions before the rows of such a selection; null where a part of the form is among them that is no row. */
export function wholeRowPlaces(state: EditorState): readonly number[] | null {
  const range = rangeOf(state);
  if (range === null || !range.rows.every(({ type }) => ROWS.has(type.name))) return null;
  let place = range.start;
  return range.rows.map(({ nodeSize }) => {
    place += nodeSize;
    return place - nodeSize;
  });
}

function rangeOf(state: EditorState): { readonly rows: readonly Node[]; readonly start: number } | null {
  const { $from, $to, from, to } = state.selection;
  const depth = depthOf($from, FORMS);
  if (depth === null || to > $from.end(depth) || !isAcrossRows(state)) return null;
  const [first, last] = [$from.index(depth), $to.index(depth)];
  const start = $from.posAtIndex(first, depth);
  const isWhole = isBlank(state.doc, start, from) && isBlank(state.doc, to, $to.posAtIndex(last + 1, depth));
  return isWhole ? { rows: $from.node(depth).children.slice(first, last + 1), start } : null;
}

const isBlank = (doc: Node, from: number, to: number): boolean => doc.textBetween(from, to, '', '.') === '';
