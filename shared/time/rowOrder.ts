import { dayNumber } from './calendarDate.ts';
import { hasSeconds, secondsOf } from './instant.ts';
import type { RowTime } from './rowTime.ts';

/** The seconds since 1970 between which a row lies: a day, a minute or a second, as finely as it was written. */
export interface TimeBounds {
  readonly earliest: number;
  readonly latest: number;
}

/** TM-22: the bounds of a row's start, or null for a row without a usable time. */
export function timeBounds({ at }: RowTime): TimeBounds | null {
  if (at === null) return null;
  const isDay = at.length === 10;
  const earliest = isDay ? dayNumber(at) * 86_400 : secondsOf(at);
  return { earliest, latest: earliest + (isDay ? 86_399 : hasSeconds(at) ? 0 : 59) };
}

/**
 * TM-22: below zero where the first row is certainly before the second, above zero where it is certainly
 * after, else 0: equal, within the same minute or day, or without a usable time. Not an order to sort by,
 * since a day is neither before nor after the times on it.
 */
export function compareRowTimes(one: RowTime, two: RowTime): number {
  const [first, second] = [timeBounds(one), timeBounds(two)];
  if (first === null || second === null) return 0;
  if (first.latest < second.earliest) return -1;
  return second.latest < first.earliest ? 1 : 0;
}
