import { WEEKDAY_PATTERN, weekdayNumber } from '../../time/calendarNames.ts';
import { cursorOn } from '../../time/cursor.ts';
import { isOnWeekday, readDate, settleDate } from '../../time/writtenDate.ts';

const LONGEST = 300;
const WEEKDAY_BEFORE = new RegExp(
  `(?<!\\p{L})(${WEEKDAY_PATTERN})[.,]?\\s+(?:(?:the|den|dem|le|el)\\s+)?$`,
  'iu',
);
const WEEKDAY_BEHIND = new RegExp(`^[\\s,(/–-]+(${WEEKDAY_PATTERN})(?!\\p{L})`, 'iu');

/** A day that a text names, `YYYY-MM-DD`; null where it is not one for certain. */
export interface NamedDay {
  readonly day: string | null;
}

/**
 * The first day that a text names for certain, one without a year being the nearest to `near`; else that it names one
 * which is not in the calendar or not certain: `05/06/2024`, `Monday, 1 May 2024`. Null where it names none.
 */
export function namedDay(text: string, near: string | null): NamedDay | null {
  let past = 0;
  let found: NamedDay | null = null;
  for (const { index } of text.slice(0, LONGEST).matchAll(/(?<![\p{L}\d])[\p{L}\d]/gu)) {
    if (index < past) continue;
    const cursor = cursorOn(text, index);
    const written = readDate(cursor);
    if (written === null) continue;
    past = cursor.at;
    const day = settleDate(written, near, null);
    const beside =
      WEEKDAY_BEFORE.exec(text.slice(Math.max(0, index - 40), index)) ??
      WEEKDAY_BEHIND.exec(text.slice(past, past + 40));
    const isDay = day !== null && (beside === null || isOnWeekday(day, weekdayNumber(beside[1] ?? '')));
    if (isDay) return { day };
    found = { day: null };
  }
  return found;
}

/** Whether a text is a day, certain or not, with its weekday, and says nothing else. */
export function isDayAlone(text: string): boolean {
  const [, words = ''] = DAY_ALONE.exec(text) ?? [];
  const cursor = cursorOn(words);
  return readDate(cursor) !== null && BEHIND_DAY.test(words.slice(cursor.at));
}

const DAY_ALONE = new RegExp(
  `^[^\\p{L}\\d]*(?:(?:${WEEKDAY_PATTERN})[.,]?\\s+)?(?:(?:on|the|am|den|dem|le|el)\\s+)*(.*)$`,
  'isu',
);
const BEHIND_DAY = new RegExp(`^[^\\p{L}\\d]*(?:${WEEKDAY_PATTERN})?[^\\p{L}\\d]*$`, 'iu');

/** The first day that a text names for certain, `YYYY-MM-DD`; null for none. */
export const dayIn = (text: string, near: string | null): string | null => namedDay(text, near)?.day ?? null;
