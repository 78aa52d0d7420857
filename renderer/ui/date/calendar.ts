/**
 * Dates as text `YYYY-MM-DD`, without a time or a zone, years 1 to 9999. Weeks begin on Monday.
 * A date that would leave these years stays where it is.
 */
const DAY = 86_400_000;

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** Midnight UTC of a date, in milliseconds since 1970. */
function millisecondsOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The date (UTC) of an instant; `fallback` when its year has no four digits. */
function dateOf(milliseconds: number, fallback: string): string {
  const instant = new Date(milliseconds);
  const year = instant.getUTCFullYear();
  return year >= 1 && year <= 9999 ? instant.toISOString().slice(0, 10) : fallback;
}

/** Whether the text is a date that exists: 30 February does not. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const milliseconds = millisecondsOf(text);
  return !Number.isNaN(milliseconds) && dateOf(milliseconds, '') === text;
}

export function addDays(date: string, days: number): string {
  return dateOf(millisecondsOf(date) + days * DAY, date);
}

/** The same day of another month, or that month's last day where it is shorter. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), count % 12];
  if (toYear < 1 || toYear > 9999) return date;
  const first = `${String(toYear).padStart(4, '0')}-${String(toMonth + 1).padStart(2, '0')}`;
  const lastDay = new Date(millisecondsOf(`${first}-01`));
  lastDay.setUTCMonth(lastDay.getUTCMonth() + 1, 0);
  return `${first}-${String(Math.min(day, lastDay.getUTCDate())).padStart(2, '0')}`;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(date: string): number {
  return (new Date(millisecondsOf(date)).getUTCDay() + 6) % 7;
}

/** Six weeks that show the month of the date whole, so that the grid never changes its height. */
export function monthGrid(date: string): readonly (readonly string[])[] {
  const first = `${date.slice(0, 7)}-01`;
  const start = -weekdayOf(first);
  return [0, 1, 2, 3, 4, 5].map((week) =>
    WEEKDAYS.map((_, weekday) => addDays(first, start + week * 7 + weekday)),
  );
}

/** `November 2026`. */
export function monthTitle(date: string): string {
  return `${MONTHS[Number(date.slice(5, 7)) - 1]} ${Number(date.slice(0, 4))}`;
}

/** `Thursday 12 November 2026`. */
export function dayTitle(date: string): string {
  return `${WEEKDAYS[weekdayOf(date)]} ${Number(date.slice(8))} ${monthTitle(date)}`;
}

/** Where a key leads in a month's grid, or null for a key that does not move. Shift makes a month a year. */
export function dateByKey(key: string, shift: boolean, date: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, -1);
    case 'ArrowRight':
      return addDays(date, 1);
    case 'ArrowUp':
      return addDays(date, -7);
    case 'ArrowDown':
      return addDays(date, 7);
    case 'Home':
      return addDays(date, -weekdayOf(date));
    case 'End':
      return addDays(date, 6 - weekdayOf(date));
    case 'PageUp':
      return addMonths(date, shift ? -12 : -1);
    case 'PageDown':
      return addMonths(date, shift ? 12 : 1);
    default:
      return null;
  }
}
