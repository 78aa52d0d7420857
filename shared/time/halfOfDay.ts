import { readConverted, wholeTime, withoutBrackets } from './original.ts';

/** Of a clock: `said` with AM or PM, `open` where it may be either half of the day, `day` where it is of 24 hours for certain. */
export type HalfOfDay = 'said' | 'open' | 'day';

/** One of these is in all that say it, and is found sooner. */
const MERIDIEM = /[ap]\.?\s?m\b/i;

/** TM-14: what a time's text says of the half of the day; null for no clock, and for a time in UTC beside its original. */
export function halfOfDay(text: string): HalfOfDay | null {
  const written = readConverted(text) === null ? wholeTime(withoutBrackets(text.trim())) : null;
  const clocks = [written?.start, written?.end].flatMap((clock) => (clock?.kind === 'clock' ? [clock] : []));
  if (clocks.length === 0) return null;
  if (clocks.some(({ hour }) => hour < 1 || hour > 12)) return 'day';
  return clocks.some(({ meridiem }) => meridiem !== null) ? 'said' : 'open';
}

/**
 * Whether a clock that is `open` among such times may be either half of the day: some say which, and no more are of
 * 24 hours for certain.
 */
export function areTwelveHours(texts: readonly string[]): boolean {
  if (!texts.some((text) => MERIDIEM.test(text))) return false;
  const counts = { said: 0, open: 0, day: 0 };
  for (const text of texts) {
    const half = halfOfDay(text);
    if (half !== null) counts[half] += 1;
  }
  return counts.said > 0 && counts.said >= counts.day;
}
