import { dateOf, dayNumber, daysInMonth, weekdayOf } from './calendarDate.ts';
import { MONTH_PATTERN, monthNumber, WEEKDAY_PATTERN, weekdayNumber } from './calendarNames.ts';
import { type Cursor, take } from './cursor.ts';

/**
 * A day as it stands in text; `unreadable` where it plainly is meant as one but names no day. Without a year its
 * weekday (0 for Sunday to 6, null for none) can only be compared once the year is known.
 */
export type WrittenDate =
  | { readonly year: number; readonly month: number; readonly day: number }
  | { readonly year: null; readonly month: number; readonly day: number; readonly weekday: number | null }
  | 'unreadable';

const YEAR = '((?:19|20|21)\\d\\d)(?!\\d|:\\d)';
const DAY = '(\\d{1,2})(?:\\.|st|nd|rd|th|er|[ºª])?(?!\\d|:\\d)';
const END = '(?!\\w|:\\d)';

const ISO = /(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?![\d?])/y;
const BROKEN_ISO = /(?:\d{4}\/\d{2,4}|[\d?x]{4,6})[-/][\d?x]{1,2}[-/][\d?x]{1,2}(?![\dx?]|[-/][\dx?])/iy;
const DOTTED = /(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/y;
const SLASHED = /(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/y;
/** 2024年3月5日 */
const IN_SIGNS = /(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]/y;
const WEEKDAY = new RegExp(
  `(${WEEKDAY_PATTERN})(?![\\p{L}\\d_])\\.?,?\\s+(?:(?:the|den|dem|le|el)\\s+)?`,
  'iuy',
);
const DAY_FIRST = new RegExp(
  `${DAY}\\s*(?:(?:of|de)\\s+)?(${MONTH_PATTERN})\\b\\.?(?:,?\\s+(?:de\\s+)?${YEAR})?${END}`,
  'iy',
);
const MONTH_FIRST = new RegExp(`(${MONTH_PATTERN})\\b\\.?\\s+${DAY}(?:,?\\s+${YEAR})?${END}`, 'iy');

/** TM-15: reads a day here, or returns null where none begins. */
export function readDate(cursor: Cursor): WrittenDate | null {
  return dateInSigns(cursor) ?? numericDate(cursor) ?? namedDate(cursor);
}

function dateInSigns(cursor: Cursor): WrittenDate | null {
  const found = take(cursor, IN_SIGNS);
  if (found === null) return null;
  const [month, day] = [Number(found[2]), Number(found[3])];
  return found[1] === undefined ? yearless(month, day, null) : existing(Number(found[1]), month, day);
}

function numericDate(cursor: Cursor): WrittenDate | null {
  const iso = take(cursor, ISO);
  if (iso !== null) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (take(cursor, BROKEN_ISO) !== null) return 'unreadable';
  const dotted = take(cursor, DOTTED);
  if (dotted !== null) return existing(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const slashed = take(cursor, SLASHED);
  if (slashed === null) return null;
  const [one, two, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
  // 11/12/2026 is November or December by country: never guessed. 24/11/2026 can only be one of them.
  if (one <= 12 && two <= 12 && one !== two) return 'unreadable';
  return one > 12 ? existing(year, two, one) : existing(year, one, two);
}

function namedDate(cursor: Cursor): WrittenDate | null {
  const start = cursor.at;
  const weekdayName = take(cursor, WEEKDAY)?.[1];
  const weekday = weekdayName === undefined ? null : weekdayNumber(weekdayName);
  const dayFirst = take(cursor, DAY_FIRST);
  const monthFirst = dayFirst === null ? take(cursor, MONTH_FIRST) : null;
  if (dayFirst === null && monthFirst === null) {
    cursor.at = start;
    return null;
  }
  const day = Number(dayFirst?.[1] ?? monthFirst?.[2]);
  const month = monthNumber(dayFirst?.[2] ?? monthFirst?.[1] ?? '');
  const yearText = dayFirst?.[3] ?? monthFirst?.[3];
  if (yearText === undefined) return yearless(month, day, weekday);
  const date = existing(Number(yearText), month, day);
  const written = dateOf(Number(yearText), month, day);
  return written !== null && isOnWeekday(written, weekday) ? date : 'unreadable';
}

const yearless = (month: number, day: number, weekday: number | null): WrittenDate =>
  day >= 1 && day <= daysInMonth(2000, month) ? { year: null, month, day, weekday } : 'unreadable';

/** True for a day `YYYY-MM-DD` that is on the weekday written beside it, or has none beside it (null). */
export const isOnWeekday = (date: string, weekday: number | null): boolean =>
  weekday === null || weekdayOf(date) === weekday;

function existing(year: number, month: number, day: number): WrittenDate {
  const usual = year >= 1900 && year < 2200;
  return usual && dateOf(year, month, day) !== null ? { year, month, day } : 'unreadable';
}

/**
 * The day as `YYYY-MM-DD`. Without a year it is the one nearest to `near`, the later of two equally near, but
 * no day after `notAfter` where there is another; null when it is unreadable, has nothing to be near to, or is on
 * another weekday than the one written.
 */
export function settleDate(
  written: WrittenDate,
  near: string | null,
  notAfter: string | null,
): string | null {
  if (written === 'unreadable') return null;
  if (written.year !== null) return dateOf(written.year, written.month, written.day);
  if (near === null) return null;
  const middle = Number(near.slice(0, 4));
  // A 29 February can be up to eight years away (around 1900 and 2100).
  const years = Array.from({ length: 17 }, (_, step) => middle + 8 - step);
  const days = years.flatMap((year) => dateOf(year, written.month, written.day) ?? []);
  const allowed = days.filter((day) => notAfter === null || day <= notAfter);
  const distance = (day: string): number => Math.abs(dayNumber(day) - dayNumber(near));
  const [nearest] = (allowed.length > 0 ? allowed : days).sort((one, two) => distance(one) - distance(two));
  return nearest !== undefined && isOnWeekday(nearest, written.weekday) ? nearest : null;
}
