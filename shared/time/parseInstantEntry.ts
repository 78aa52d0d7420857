import { instantOf, secondsOf } from './instant.ts';
import { wholeTime } from './original.ts';
import { parseTimeEntry } from './parseTimeEntry.ts';
import { instantOfRow, NO_TIME, type Unsettled } from './rowTime.ts';

/** What an instant of the facts is read beside; instants are UTC `YYYY-MM-DDTHH:MM`. */
export interface InstantEntryContext {
  readonly now: string;
  /** Another instant of the facts or of the timeline that a clock without a date is near to; null for none. */
  readonly near: string | null;
  /** A clock without a date is not put before this instant: the all-clear, not before the first alert. */
  readonly notBefore: string | null;
}

/** An instant `YYYY-MM-DDTHH:MM`, or why there is none. `not-one-minute`: a range, `~`, `??` or a day alone. */
export type InstantEntry =
  | { readonly instant: string; readonly reason: null }
  | { readonly instant: null; readonly reason: Unsettled | 'not-one-minute' };

/** TM-27: reads a typed first alert or all-clear, in all the forms of a row's time that name one minute. */
export function parseInstantEntry(text: string, context: InstantEntryContext): InstantEntry {
  const { now, near, notBefore } = context;
  let time = parseTimeEntry(text, { now, above: null, firstAlert: near });
  const early = instantOfRow(time);
  if (early !== null && notBefore !== null && early < notBefore && wholeTime(text.trim())?.date === null) {
    const dayLater = instantOf(secondsOf(early) + 86_400, false);
    const above = { ...NO_TIME, at: dayLater, precision: 'exact' as const };
    time = parseTimeEntry(text, { now, above, firstAlert: null });
  }
  if (time.unsettled !== null) return { instant: null, reason: time.unsettled };
  const instant = instantOfRow(time);
  const oneMinute = time.precision === 'exact' && time.until === null && !time.untilUnknown;
  if (instant === null || !oneMinute) return { instant: null, reason: 'not-one-minute' };
  return { instant: instant.slice(0, 16), reason: null };
}
