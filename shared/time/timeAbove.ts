import { wholeTime } from './original.ts';
import { dayOfRow, NO_TIME, type RowTime } from './rowTime.ts';
import { settleDate } from './writtenDate.ts';

/**
 * The time that a row's entry is read beside (TM-3, TM-4): of the nearest row above that has one. A row
 * whose time was not settled but names its day in full gives that day. Null for none.
 */
export function timeAbove(times: readonly RowTime[], index: number): RowTime | null {
  for (let above = Math.min(index, times.length) - 1; above >= 0; above -= 1) {
    const time = times[above];
    if (time === undefined) continue;
    if (time.at !== null) return time;
    const day = time.asWritten === null ? null : writtenDay(time.asWritten);
    if (day !== null) return { ...NO_TIME, at: day, precision: 'day' };
  }
  return null;
}

function writtenDay(asWritten: string): string | null {
  const date = wholeTime(asWritten)?.date ?? null;
  return date === null ? null : settleDate(date, null, null);
}

/**
 * TM-21: true where the day of a row is to be shown above it: it has one, and the nearest row above that has
 * a day (`previous`, null for none) has another.
 */
export function needsDaySeparator(previous: RowTime | null, row: RowTime): boolean {
  const day = dayOfRow(row);
  return day !== null && (previous === null || dayOfRow(previous) !== day);
}

/** TM-21: for each row, the day to show above it or null, in one pass. */
export function daySeparators(times: readonly RowTime[]): readonly (string | null)[] {
  let previous: RowTime | null = null;
  return times.map((time) => {
    const shown = needsDaySeparator(previous, time) ? dayOfRow(time) : null;
    if (time.at !== null) previous = time;
    return shown;
  });
}
