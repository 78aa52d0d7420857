import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { NodeSelection, type Selection, TextSelection } from '@tiptap/pm/state';
import { depthOf, ROWS } from '../rows/formParts.ts';

/** Where a selection is in a row: the indexes that lead to a text of it, and the offset there. */
export interface PlaceInRow {
  readonly row: Node;
  /** Before the row. */
  readonly position: number;
  /** Null for the row as a whole. */
  readonly ends: { readonly anchor: Spot; readonly head: Spot } | null;
}

interface Spot {
  readonly path: readonly number[];
  readonly offset: number;
}

/** The place of a selection in the one row that it lies in; null where it lies in none. */
export function placeInRow(selection: Selection): PlaceInRow | null {
  const { $anchor, $head } = selection;
  if (selection instanceof NodeSelection && ROWS.has(selection.node.type.name))
    return { row: selection.node, position: selection.from, ends: null };
  const depth = depthOf($head, ROWS);
  if (depth === null || $anchor.sharedDepth($head.pos) < depth) return null;
  const ends = { anchor: spotIn($anchor, depth), head: spotIn($head, depth) };
  return { row: $head.node(depth), position: $head.before(depth), ends };
}

/** The same place in a document that has the row elsewhere, as far as its text is there; null where the row is gone. */
export function selectionInMoved(doc: Node, { row, ends }: PlaceInRow): Selection | null {
  const position = positionOfRow(doc, row);
  const moved = position === null ? null : doc.nodeAt(position);
  if (position === null || moved === null) return null;
  if (ends === null) return NodeSelection.create(doc, position);
  const [anchor, head] = [ends.anchor, ends.head].map((spot) =>
    doc.resolve(position + 1 + offsetOf(moved, spot)),
  );
  return TextSelection.between(anchor!, head!);
}

const spotIn = ($place: ResolvedPos, depth: number): Spot => ({
  path: Array.from({ length: $place.depth - depth }, (_, below) => $place.index(depth + below)),
  offset: $place.parentOffset,
});

function offsetOf(row: Node, { path, offset }: Spot): number {
  let node = row;
  let start = 0;
  for (const index of path) {
    const last = Math.min(index, node.childCount - 1);
    if (last < 0 || node.isTextblock) break;
    for (let before = 0; before < last; before += 1) start += node.child(before).nodeSize;
    start += 1;
    node = node.child(last);
  }
  return start + Math.min(offset, node.content.size);
}

/** By its hidden id; a row of a kind that has none is known by what it says. */
function positionOfRow(doc: Node, row: Node): number | null {
  const id: unknown = row.attrs.id ?? null;
  if (id === null && row.textContent === '') return null;
  let found: number | null = null;
  doc.descendants((node, position) => {
    const isSame = node.type === row.type && (id === null ? node.eq(row) : node.attrs.id === id);
    if (found === null && isSame) found = position;
    return found === null && !node.isTextblock;
  });
  return found;
}
