import type { RowPlace } from './rowPlace.ts';

export type CellName = 'event' | 'source';

/**
 * A place in a row that Tab goes to. A `cell` is a node with text; a merge or an import may leave a row
 * without one, then `missing` stands for the place where it can be written.
 */
export type Stop =
  | { readonly kind: 'time' }
  | { readonly kind: 'cell'; readonly name: CellName; readonly pos: number; readonly size: number }
  | { readonly kind: 'missing'; readonly name: CellName };

/** The cells of a row, as they are drawn. */
export const CELL_TYPES: readonly { readonly name: CellName; readonly type: string }[] = [
  { name: 'event', type: 'timelineEvent' },
  { name: 'source', type: 'timelineSource' },
];

/** The stops of a row as they are drawn: its time, its events, its sources. */
export function stopsOf({ row, rowPos }: RowPlace): readonly Stop[] {
  const stops: Stop[] = [{ kind: 'time' }];
  for (const { name, type } of CELL_TYPES) {
    const before = stops.length;
    row.forEach((child, offset) => {
      if (child.type.name !== type) return;
      stops.push({ kind: 'cell', name, pos: rowPos + 1 + offset, size: child.nodeSize });
    });
    if (stops.length === before) stops.push({ kind: 'missing', name });
  }
  return stops;
}

/** The index of the stop that a position lies in; 0, the time, where it lies in none. */
export function stopAround(stops: readonly Stop[], pos: number): number {
  const found = stops.findIndex(
    (stop) => stop.kind === 'cell' && pos > stop.pos && pos < stop.pos + stop.size,
  );
  return Math.max(0, found);
}

/** Whether nothing at all was written into a row. */
export function isEmptyRow(row: RowPlace['row']): boolean {
  const { id: _, keep: __, ...said } = row.attrs;
  return (
    Object.values(said).every((value) => value === null || value === '' || value === false) && isBlank(row)
  );
}

/** Whether a node has no text and no picture, only the empty paragraphs to write into. */
export function isBlank(node: RowPlace['row']): boolean {
  let blank = true;
  node.descendants((child) => {
    if (child.isText || (child.isLeaf && child.type.name !== 'hardBreak')) blank = false;
    return blank;
  });
  return blank;
}
