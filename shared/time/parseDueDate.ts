import { addDays, dateOf, daysInMonth, weekdayOf } from './calendarDate.ts';
import { WEEKDAY_PATTERN, weekdayNumber } from './calendarNames.ts';
import { atEnd, cursorOn } from './cursor.ts';
import { isOnWeekday, readDate } from './writtenDate.ts';

/**
 * A due date `YYYY-MM-DD`, or why there is none: no date at all, one that is not in the calendar or unclear, or one
 * that is either of `readings`, by country.
 */
export type DueDate =
  | { readonly date: string; readonly reason: null }
  | { readonly date: null; readonly reason: 'not-a-date' | 'no-such-day' }
  | { readonly date: null; readonly reason: 'two-readings'; readonly readings: readonly string[] };

const AHEAD = /^\+\s*(\d{1,3})\s*(d|days?|w|wks?|weeks?|m|mo|months?)$/i;
const WEEKDAY = new RegExp(`^(?:on\\s+)?(${WEEKDAY_PATTERN})\\.?$`, 'i');

/**
 * TM-26: reads a typed due date beside today (`YYYY-MM-DD`): `2026-12-01`, `1 dec`, `Dec 1, 2026`, `+10d`,
 * `+2w`, `+1m`, `fri`, `today`, `tomorrow`. Without a year it is the next such day, today included; a weekday
 * is the next one after today, for `today` is a word of its own.
 */
export function parseDueDate(text: string, today: string): DueDate {
  const typed = text.trim();
  if (/^today$/i.test(typed)) return found(today);
  if (/^(?:tomorrow|tmrw)$/i.test(typed)) return found(addDays(today, 1));
  const [, count, unit = ''] = AHEAD.exec(typed) ?? [];
  if (count !== undefined) return found(ahead(today, Number(count), unit[0]?.toLowerCase()));
  const weekday = WEEKDAY.exec(typed)?.[1];
  if (weekday !== undefined) {
    const days = (weekdayNumber(weekday) - weekdayOf(today) + 7) % 7;
    return found(addDays(today, days === 0 ? 7 : days));
  }
  const cursor = cursorOn(typed);
  const written = readDate(cursor);
  if (written === null || !atEnd(cursor)) return { date: null, reason: 'not-a-date' };
  if (written === 'unreadable') return unreadable(typed);
  const { month, day } = written;
  if (written.year !== null) return found(dateOf(written.year, month, day));
  const thisYear = Number(today.slice(0, 4));
  const coming = Array.from({ length: 9 }, (_, step) => dateOf(thisYear + step, month, day));
  const next = coming.find((date) => date !== null && date >= today) ?? null;
  return found(next !== null && isOnWeekday(next, written.weekday) ? next : null);
}

const EITHER_FIRST = /^(\d{1,2})\/(\d{1,2})\/((?:19|20|21)\d\d)$/;

/** TM-15: `11/12/2026` is a day in November or in December. */
function unreadable(typed: string): DueDate {
  const [one, two, year] = (EITHER_FIRST.exec(typed) ?? []).slice(1).map(Number);
  if (one === undefined || two === undefined || year === undefined) return found(null);
  const readings = [dateOf(year, two, one), dateOf(year, one, two)].filter((date) => date !== null);
  return readings.length < 2 ? found(null) : { date: null, reason: 'two-readings', readings };
}

function found(date: string | null): DueDate {
  return date === null ? { date: null, reason: 'no-such-day' } : { date, reason: null };
}

/** A month ahead is the same day of that month, or its last one. */
function ahead(today: string, count: number, unit: string | undefined): string | null {
  if (unit !== 'm') return addDays(today, unit === 'w' ? count * 7 : count);
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + count;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  return dateOf(year, month, Math.min(Number(today.slice(8)), daysInMonth(year, month)));
}
