import { offsetMinutes } from './zone.ts';

/** How the second clock is tied to the first: `14:02-05:00`, `14:02 -05:00`, `14:02 - 05:00`. */
export type Tie = 'tight' | 'leaning' | 'spaced';

/**
 * TM-8: whether `HH:MM-HH:MM`, written with a hyphen, is a range or a time with an offset west of Greenwich.
 * `start` and `end` are seconds since midnight, `offset` the text after the first clock (`-05:00`).
 *
 * - Spaces on both sides, or an end that no zone has as its offset (23:50-00:10): a range.
 * - An end at or after the start: a range, for that is what people write (09:00-10:00).
 * - Else the length decides, read as a range past midnight. Up to 4 h it is a range (23:50-01:00). Over
 *   12 h it is an offset: rows do not last that long (09:02-05:00 would be 19 h 58 min), unless clocks of 12 hours
 *   may be meant (9:00-5:00). Between the two both are common (20:02-05:00 is a night shift, or an evening in New
 *   York), so nothing is guessed.
 * - A hyphen that leans on the second clock (20:02 -05:00) is how programs write offsets: then between 4 h
 *   and 12 h it is one, and what would have been a range is unclear.
 */
export function offsetOrRange(start: number, end: number, offset: string, tie: Tie): Verdict {
  if (tie === 'spaced' || offsetMinutes(offset) === null) return 'range';
  if (end >= start) return tie === 'tight' ? 'range' : 'unclear';
  const length = end - start + 86_400;
  if (length > 12 * 3600) return tie === 'tight' && isOfTwelveHours(start, offset) ? 'unclear' : 'offset';
  if (length > 4 * 3600) return tie === 'leaning' ? 'offset' : 'unclear';
  return tie === 'leaning' ? 'unclear' : 'range';
}

/** `11:00-2:00`: offsets have two digits of hours. */
const isOfTwelveHours = (start: number, offset: string): boolean =>
  start < 13 * 3600 && /^[-−]\d:/.test(offset);

export type Verdict = 'offset' | 'range' | 'unclear';
