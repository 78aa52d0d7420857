import { onDayAlone, onNoDay } from '../../time/carriedDay.ts';
import { isOtherDay, type UnclearDay } from '../../time/unclearDay.ts';
import type { TimeContext } from '../forms/timeline/rowTimes.ts';
import { namedDay } from './dayIn.ts';

/**
 * TM-16: what the times below a text have for their day: one that it names for certain; none where it names one that is not.
 *
 * @param unclear finds a day that the text names without saying which
 * @param mayDoubt a date that is none for certain counts
 */
export function withNamedDay(
  times: TimeContext,
  text: string,
  unclear: (text: string) => UnclearDay | null,
  mayDoubt: boolean,
): TimeContext {
  const { carryDate, lastDay = null } = times;
  const named = namedDay(text, carryDate ?? lastDay);
  if (named !== null && named.day !== null) return { ...times, ...onDayAlone(named.day, null) };
  const isUnclear = named === null ? isOtherDay(unclear(text), carryDate) : mayDoubt;
  return isUnclear ? { ...times, ...onNoDay(times) } : times;
}
