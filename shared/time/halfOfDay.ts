import { readConverted, readUnconverted, wholeTime, withoutBrackets } from './original.ts';
import { type ClockParts, clockSeconds } from './writtenClock.ts';
import type { WrittenTime } from './writtenTime.ts';
import { isUtc, readZone } from './zone.ts';

/**
 * Of a clock: `said` with AM or PM, `part` where a range says it of its start alone, `open` where it may be either half of the day, `zoned` where only a zone as programs
 * write it tells that it is of 24 hours, `day` where it is for certain.
 */
export type HalfOfDay = 'said' | 'part' | 'open' | 'zoned' | 'day';

/** One of these is in all that say it, and is found sooner. */
export const MERIDIEM = /[ap]\.?\s?m\b/i;
/** A clock that says it among words that are no time as a whole; German `am 24.11.` says a day. */
const SAID_AMONG_WORDS = /\d\s?\(?(?:[aApP]\.\s?[mM]\b|[pP][mM]\b|[aA][mM]\b(?!\s+(?:\d|\p{L}?\p{Ll})))/u;

/** What the text above such times says of their half of the day. */
export interface HalvesAbove {
  /** Times above say AM or PM, or are of 12 hours. */
  readonly saidHalves: boolean;
  /** The clock of the last time above, as `lastClock` has it. */
  readonly clock: number | null;
}

/** TM-14: what a time's text says of the half of the day; null for no clock. A time in UTC beside its original says what that does. */
export const halfOfDay = (text: string): HalfOfDay | null => halfOfWords(ownWords(text));

/**
 * TM-14: which clocks may be either half of the day among such times: those that are `open` where some say which, and no
 * more are of 24 hours for certain; or where none is, and times above say it, or one falls back so far that it is nearer
 * in the other half. A zone tells nothing of 24 hours where those that say AM or PM have one too.
 */
export function halvesInDoubt(
  texts: readonly string[],
  { saidHalves, clock }: HalvesAbove,
): readonly HalfOfDay[] {
  const words = texts.map(ownWords);
  const saying = words.filter((text) => MERIDIEM.test(text));
  if (saying.length === 0 && words.some((text) => OF_DAY.test(text))) return [];
  const counts = { said: 0, part: 0, open: 0, zoned: 0, day: 0 };
  for (const text of words) {
    const half = halfOfWords(text);
    if (half !== null) counts[half] += 1;
  }
  const said = counts.said + counts.part;
  if (said === 0) {
    const isOpen = counts.day + counts.zoned === 0 && counts.open > 0;
    return isOpen && (saidHalves || fallsBack(words, clock)) ? ['open'] : [];
  }
  const inDoubt: readonly HalfOfDay[] = saying.some(saysHalfInZone) ? ['open', 'zoned'] : ['open'];
  const ofDay = counts.day + (inDoubt.includes('zoned') ? 0 : counts.zoned);
  return said >= ofDay ? inDoubt : [];
}

/** Whether some times say AM or PM, for those of the text below them. */
export const sayHalves = (texts: readonly string[]): boolean =>
  texts.some((text) => MERIDIEM.test(text) && saysHalf(halfOfDay(text)));

const saysHalf = (half: HalfOfDay | null): boolean => half === 'said' || half === 'part';

/**
 * The last clock of some times in seconds since midnight: null where it has a zone, or is of no 12 hours; `above` where
 * there is none.
 */
export function lastClock(texts: readonly string[], above: number | null): number | null {
  for (const text of [...texts].reverse()) {
    const { start, zone } = writtenIn(ownWords(text)) ?? NOTHING_WRITTEN;
    if (start?.kind === 'clock') return zone === null && isOfTwelve(start) ? clockSeconds(start) : null;
  }
  return above;
}

/** The words that a time was written in, where it stands beside them in UTC or `??`. */
const ownWords = (text: string): string =>
  (readConverted(text.trim())?.original ?? readUnconverted(text.trim()))?.asWritten ?? text;

/** A text that is one time, also with a sign behind it. */
const writtenIn = (text: string): WrittenTime | null =>
  wholeTime(withoutBrackets(text.trim().replace(/\s*[:.,]$/, ''))) ?? wholeTime(withoutBrackets(text.trim()));

function halfOfWords(words: string): HalfOfDay | null {
  const written = writtenIn(words);
  if (written === null) return SAID_AMONG_WORDS.test(words) ? 'said' : null;
  const clocks = clocksIn(written);
  if (clocks.length === 0) return null;
  if (!clocks.every(isOfTwelve)) return 'day';
  if (clocks.some(({ meridiem }) => meridiem !== null))
    return clocks.at(-1)?.meridiem === null ? 'part' : 'said';
  if (/\dT\d/.test(words)) return 'day';
  return isZonedByProgram(words, written) ? 'zoned' : 'open';
}

const clocksIn = ({ start, end }: WrittenTime): readonly ClockParts[] =>
  [start, end].flatMap((clock) => (clock?.kind === 'clock' ? [clock] : []));

const isOfTwelve = ({ hour }: ClockParts): boolean => hour >= 1 && hour <= 12;

const OFFSET = /^(?:Z|[+−-]\d{2}:?\d{2})$/;

/** As programs write it: `11:00+05:30`, `05:10 UTC`. A hyphen between two clocks, `12:30-01:15`, may make a range of 12 hours. */
function isZonedByProgram(words: string, { zone, start }: WrittenTime): boolean {
  if (zone === null) return false;
  const isClock = /^-\d{2}:/.test(zone) && start?.kind === 'clock' && start.second === null;
  return (OFFSET.test(zone) && !isClock) || (isUtc(readZone(zone)) && /(?<![\d:+−-])0\d:\d/.test(words));
}

/** `05:10 PM UTC`, `11:30 PM +0000` */
function saysHalfInZone(words: string): boolean {
  const zone = saysHalf(halfOfWords(words)) ? writtenIn(words)?.zone : null;
  return zone != null && (OFFSET.test(zone) || isUtc(readZone(zone)));
}

/** A clock of 24 hours, or written as one: `14:02`, `09:05`. */
const OF_DAY = /(?<![\d:.+−-])(?:0\d|1[3-9]|2[0-4])[:h.]\d\d(?![\d.])/;
const HALF_A_DAY = 12 * 3600;

/** Whether a clock without a day is 6 h or more before the one above it, or before the start of its own range. */
function fallsBack(texts: readonly string[], clockAbove: number | null): boolean {
  let above = clockAbove;
  for (const text of texts) {
    const { date, start, end, zone } = writtenIn(text) ?? NOTHING_WRITTEN;
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
