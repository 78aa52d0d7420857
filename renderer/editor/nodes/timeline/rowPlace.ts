import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { NodeSelection, type Selection } from '@tiptap/pm/state';

/** Where a row stands. Positions are those before the node, as ProseMirror counts them. */
export interface RowPlace {
  readonly row: Node;
  readonly rowPos: number;
  /** Its index among the rows. */
  readonly index: number;
  readonly timeline: Node;
  readonly timelinePos: number;
}

/** The row that a position lies in, or null. */
export function rowAround($pos: ResolvedPos): RowPlace | null {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    const row = $pos.node(depth);
    if (row.type.name !== 'timelineRow') continue;
    return {
      row,
      rowPos: $pos.before(depth),
      index: $pos.index(depth - 1),
      timeline: $pos.node(depth - 1),
      timelinePos: $pos.before(depth - 1),
    };
  }
  return null;
}

/** The row that begins at a position, or null. */
export function rowAt(doc: Node, rowPos: number): RowPlace | null {
  if (doc.nodeAt(rowPos)?.type.name !== 'timelineRow') return null;
  return rowAround(doc.resolve(rowPos + 1));
}

/** The row with an index in a timeline, or null. */
export function rowAtIndex(doc: Node, timelinePos: number, index: number): RowPlace | null {
  const timeline = doc.nodeAt(timelinePos);
  if (timeline === null || index < 0 || index >= timeline.childCount) return null;
  let rowPos = timelinePos + 1;
  for (let before = 0; before < index; before += 1) rowPos += timeline.child(before).nodeSize;
  return { row: timeline.child(index), rowPos, index, timeline, timelinePos };
}

/** The row that is selected as a whole or that both ends of a selection lie in, or null. */
export function rowOfSelection(selection: Selection): RowPlace | null {
  if (selection instanceof NodeSelection && selection.node.type.name === 'timelineRow') {
    return rowAt(selection.$from.doc, selection.from);
  }
  const from = rowAround(selection.$from);
  return from !== null && selection.to <= from.rowPos + from.row.nodeSize ? from : null;
}

/** Whether the row as a whole is selected: it is not being written in, and keys act on it. */
export function isRowSelected(selection: Selection): boolean {
  return selection instanceof NodeSelection && selection.node.type.name === 'timelineRow';
}
