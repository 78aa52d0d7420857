import { type TimeBounds, timeBounds } from './rowOrder.ts';
import type { RowTime } from './rowTime.ts';

/** A row out of order, and how far it has to move. */
export interface OutOfOrderRow {
  readonly index: number;
  /** Rows to move up; below zero: rows to move down. Never 0. */
  readonly up: number;
}

/**
 * TM-22: the fewest rows whose moving puts the others in order, top to bottom; of two rows that disagree the
 * lower one, which is the one that was written later. Rows without a usable time, and rows whose place is
 * meant (`keep`), are neither flagged nor compared with.
 *
 * The rows that stay are the longest chain of rows that can be in order. It is built from the last row to
 * the first: `chains[k]` is, of all chains of k + 1 rows, the one whose first row may be latest.
 */
export function outOfOrderRows(
  rows: readonly { readonly time: RowTime; readonly keep: boolean }[],
): readonly OutOfOrderRow[] {
  const placed = rows.flatMap(({ time, keep }, index) => {
    const bounds = keep ? null : timeBounds(time);
    return bounds === null ? [] : [{ index, ...bounds }];
  });
  const staying = longestChain(placed);
  const kept = new Set(staying.map(({ index }) => index));
  return placed
    .filter(({ index }) => !kept.has(index))
    .map((row) => ({ index: row.index, up: moveOf(row, staying) }));
}

interface PlacedRow extends TimeBounds {
  readonly index: number;
}

interface Chain {
  /** The latest that the chain's first row can be, given the rows below it. */
  readonly start: number;
  readonly row: PlacedRow;
  readonly below: Chain | null;
}

function longestChain(rows: readonly PlacedRow[]): readonly PlacedRow[] {
  const chains: Chain[] = [];
  for (const row of [...rows].reverse()) {
    // From the longest chain that the row can stand above; shorter ones follow until none gets better.
    for (let length = longestAtOrAfter(chains, row.earliest); length >= 0; length -= 1) {
      const below = length === 0 ? null : (chains[length - 1] ?? null);
      const start = below === null ? row.latest : Math.min(below.start, row.latest);
      const present = chains[length];
      if (present !== undefined && present.start > row.latest) break;
      if (present === undefined || start >= present.start) chains[length] = { start, row, below };
    }
  }
  const staying: PlacedRow[] = [];
  for (let chain = chains[chains.length - 1] ?? null; chain !== null; chain = chain.below)
    staying.push(chain.row);
  return staying;
}

/** How many rows the longest chain has that starts at or after an instant; starts only fall with length. */
function longestAtOrAfter(chains: readonly Chain[], earliest: number): number {
  let [low, high] = [0, chains.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chains[middle]?.start ?? 0) >= earliest) low = middle + 1;
    else high = middle;
  }
  return low;
}

function moveOf(row: PlacedRow, staying: readonly PlacedRow[]): number {
  const above = staying.find(({ index, earliest }) => index < row.index && earliest > row.latest);
  if (above !== undefined) return row.index - above.index;
  const below = staying.filter(({ index, latest }) => index > row.index && latest < row.earliest);
  return row.index - (below[below.length - 1]?.index ?? row.index);
}

/** The words of the flag and of its one-click fix. */
export function outOfOrderWords(up: number): { readonly flag: string; readonly fix: string } {
  const count = Math.abs(up) === 1 ? 'one row' : `${Math.abs(up)} rows`;
  return up > 0
    ? { flag: up === 1 ? 'Comes before the row above' : 'Comes before rows above', fix: `Move up ${count}` }
    : { flag: up === -1 ? 'Comes after the row below' : 'Comes after rows below', fix: `Move down ${count}` };
}
