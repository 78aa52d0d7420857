import { readConverted, wholeTime, withoutBrackets } from './original.ts';
import { clockSeconds } from './writtenClock.ts';
import { isUtc, readZone } from './zone.ts';

/** Of a clock: `said` with AM or PM, `open` where it may be either half of the day, `day` where it is of 24 hours for certain. */
export type HalfOfDay = 'said' | 'open' | 'day';

/** One of these is in all that say it, and is found sooner. */
const MERIDIEM = /[ap]\.?\s?m\b/i;

/** As programs write it: `2024-05-03T11:00`, `11:00+05:30`, `05:10 UTC`. */
const isOfProgram = (text: string, zone: string | null): boolean =>
  /\dT\d/.test(text) ||
  /^(?:Z|[+−-]\d{2}:?\d{2})$/.test(zone ?? '') ||
  (zone !== null && isUtc(readZone(zone)) && /(?<!\d)0\d:\d/.test(text));

/** TM-14: what a time's text says of the half of the day; null for no clock, and for a time in UTC beside its original. */
export function halfOfDay(text: string): HalfOfDay | null {
  const written = readConverted(text) === null ? wholeTime(withoutBrackets(text.trim())) : null;
  const clocks = [written?.start, written?.end].flatMap((clock) => (clock?.kind === 'clock' ? [clock] : []));
  if (clocks.length === 0) return null;
  if (clocks.some(({ hour }) => hour < 1 || hour > 12) || isOfProgram(text, written?.zone ?? null))
    return 'day';
  return clocks.some(({ meridiem }) => meridiem !== null) ? 'said' : 'open';
}

/** What the text above such times says of their half of the day. */
export interface HalvesAbove {
  /** Times above say AM or PM. */
  readonly saidHalves: boolean;
  /** The clock of the last time above, `HH:MM[:SS]`; null for none. */
  readonly clock: string | null;
}

/**
 * TM-14: whether a clock that is `open` among such times may be either half of the day: some say which, and no more are of
 * 24 hours for certain; or none is, and times above say it, or one falls back so far that it is nearer in the other half.
 */
export function areTwelveHours(texts: readonly string[], { saidHalves, clock }: HalvesAbove): boolean {
  const saysHalf = texts.some((text) => MERIDIEM.test(text));
  if (!saysHalf && texts.some((text) => OF_DAY.test(text))) return false;
  const counts = { said: 0, open: 0, day: 0 };
  for (const text of texts) {
    const half = halfOfDay(text);
    if (half !== null) counts[half] += 1;
  }
  if (counts.said > 0) return counts.said >= counts.day;
  return counts.day === 0 && counts.open > 0 && (saidHalves || fallsBack(texts, clock));
}

/** Whether some times say AM or PM, for those of the text below them. */
export const sayHalves = (texts: readonly string[]): boolean =>
  texts.some((text) => MERIDIEM.test(text) && halfOfDay(text) === 'said');

/** A clock of 24 hours, or written as one: `14:02`, `09:05`. */
const OF_DAY = /(?<![\d+−-])(?:0\d|1[3-9]|2[0-4])[:h.]\d\d(?!\.?\d)/;
const HALF_A_DAY = 12 * 3600;

/** Whether a clock without a day is 6 h or more before the one above it, or before the start of its own range. */
function fallsBack(texts: readonly string[], clockAbove: string | null): boolean {
  let above = clockAbove === null ? null : hourAndMinute(clockAbove);
  for (const text of texts) {
    const { date, start, end, zone } = wholeTime(withoutBrackets(text.trim())) ?? NOTHING_WRITTEN;
    if (start?.kind !== 'clock') continue;
    const at = clockSeconds(start) ?? 0;
    const until = end?.kind === 'clock' ? (clockSeconds(end) ?? at) : at;
    const from = date === null && zone === null ? above : null;
    if (isFarBack(from, at) || isFarBack(at, until)) return true;
    above = zone === null ? at : null;
  }
  return false;
}

const NOTHING_WRITTEN = { date: null, start: null, end: null, zone: null };

const isFarBack = (above: number | null, at: number): boolean =>
  above !== null && above - at >= HALF_A_DAY / 2;

/** Seconds since midnight; null for a clock that no 12 hours have. */
function hourAndMinute(clock: string): number | null {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours < 1 || hours > 12 ? null : hours * 3600 + minutes * 60;
}
