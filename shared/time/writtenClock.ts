import { type Cursor, take } from './cursor.ts';
import type { ReadingRules } from './readingRules.ts';

/** A time of day as it stands in text. `hour` may still wait for an AM or PM that follows a range's end. */
export interface ClockParts {
  readonly kind: 'clock';
  readonly hour: number;
  readonly minute: number;
  readonly second: number | null;
  readonly meridiem: 'am' | 'pm' | null;
  /** Written with a colon and two digits of minutes: only such an end can be mistaken for an offset. */
  readonly colon: boolean;
}

/** `??`, `--:--`, `HH:mm`; `partly` for `12:??` and `2X:XX`, which say more than nothing. */
export interface UnknownClock {
  readonly kind: 'unknown';
  readonly partly: boolean;
}

export type WrittenClock = ClockParts | UnknownClock;

const COLON = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?![\dx]|\?\?|:\d)/iy;
/** `14h02`, as written in French; `1h30m` and `1 h 30 min` are lengths. */
const LETTER = /(\d{1,2})\s?h\s?(\d{2})(?![\d\p{L}]|\s?m(?:in)?\b|\?\?|[.:]\d)/iuy;
const DOTS = /(\d{1,2})\.(\d{2})(?!\d|\?\?|[.:]\d)/y;
/** `14.02 Uhr` */
const DOTS_AND_UNIT = /(\d{1,2})\.(\d{2})(?=\s?uhr\b)/iy;
const DIGITS = /(\d{1,2})(\d{2})(?!\d|\?\?|[.:/]\d|-\d{1,2}-)/y;
const DIGITS_AND_UNIT = /(\d{2})(\d{2})(?=\s?(?:z|utc|h|hrs)\b)/iy;
const HOUR_AND_MERIDIEM = /(\d{1,2})(?=\s?[ap]\.?\s?m\b)/iy;
/** The 8 of `8-9 PM`. */
const HOUR_BEFORE_MERIDIEM = /(\d{1,2})(?=\s?[-–—]\s?\d{1,2}(?::\d{2})?\s?[ap]\.?m\b)/iy;
/** Also `11:00 (PM)`. */
const MERIDIEM = /\s?(?:([ap])\.?\s?m\b\.?|\(([ap])\.?\s?m\.?\))/iy;
const UNIT = /\s?(?:h|hrs|uhr)\b/iy;
const PARTLY = /[\dx?]{1,2}:[\dx?]{2}(?![\w?:])/iy;
const UNKNOWN = /(?:-{2}:-{2}|_{2}:_{2}|hh:mm(?::ss)?|\?{1,4}(?::\?{2}){0,2})(?![\w?:])/iy;

/** TM-2, TM-7, TM-14: reads a time of day here, or returns null where none begins. */
export function readClock(cursor: Cursor, rules: ReadingRules): WrittenClock | null {
  const start = cursor.at;
  const clock = readKnown(cursor, rules);
  if (clock !== null) return clock;
  cursor.at = start;
  if (take(cursor, UNKNOWN) !== null) return { kind: 'unknown', partly: false };
  const partly = take(cursor, PARTLY);
  if (partly === null) return null;
  if (!/[x?]/i.test(partly[0])) {
    cursor.at = start;
    return null;
  }
  return { kind: 'unknown', partly: /\d/.test(partly[0]) };
}

function readKnown(cursor: Cursor, rules: ReadingRules): ClockParts | null {
  const colon = take(cursor, COLON);
  const found =
    colon ??
    take(cursor, LETTER) ??
    take(cursor, rules.dots ? DOTS : DOTS_AND_UNIT) ??
    take(cursor, HOUR_AND_MERIDIEM) ??
    take(cursor, HOUR_BEFORE_MERIDIEM) ??
    take(cursor, DIGITS_AND_UNIT) ??
    (rules.digits ? take(cursor, DIGITS) : null);
  if (found === null) return null;
  const [, after, bracketed] = take(cursor, MERIDIEM) ?? [];
  const meridiem = (after ?? bracketed)?.toLowerCase();
  if (meridiem === undefined) take(cursor, UNIT);
  const clock: ClockParts = {
    kind: 'clock',
    hour: Number(found[1]),
    minute: Number(found[2] ?? 0),
    second: found[3] === undefined ? null : Number(found[3]),
    meridiem: meridiem === undefined ? null : meridiem === 'a' ? 'am' : 'pm',
    colon: colon !== null,
  };
  return clockSeconds(clock) === null ? null : clock;
}

/**
 * Seconds since midnight, 86,400 for 24:00; null for a time that no clock shows. `17:14pm` is 17:14 (the pm
 * is redundant), `17:14am` contradicts itself.
 */
export function clockSeconds({ hour, minute, second, meridiem }: ClockParts): number | null {
  if (minute > 59 || (second ?? 0) > 59) return null;
  const rest = minute * 60 + (second ?? 0);
  if (meridiem === null || (meridiem === 'pm' && hour > 12)) {
    return hour < 24 || (hour === 24 && rest === 0) ? hour * 3600 + rest : null;
  }
  if (hour > 12 || (hour === 0 && meridiem === 'pm')) return null;
  return ((hour % 12) + (meridiem === 'pm' ? 12 : 0)) * 3600 + rest;
}

/** `8-9 PM`, `11:30-12:15 PM`: a start without AM or PM takes the one that puts it before the end. */
export function withMeridiemOf(start: ClockParts, end: ClockParts): ClockParts {
  if (start.meridiem !== null || end.meridiem === null || start.hour > 12 || start.hour === 0) return start;
  const same: ClockParts = { ...start, meridiem: end.meridiem };
  const other: ClockParts = { ...start, meridiem: end.meridiem === 'am' ? 'pm' : 'am' };
  const [endAt, sameAt] = [clockSeconds(end), clockSeconds(same)];
  return endAt !== null && sameAt !== null && sameAt > endAt ? other : same;
}
