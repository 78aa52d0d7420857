/** Days as text `YYYY-MM-DD` in the proleptic Gregorian calendar, years 1000 to 9999. */

const DATE = /^([1-9]\d{3})-(\d{2})-(\d{2})$/;
const DAY_IN_SECONDS = 86_400;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** How many days the month (1 to 12) has; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The day as text, or null where the calendar has no such day. */
export function dateOf(year: number, month: number, day: number): string | null {
  if (year < 1000 || year > 9999 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** True for a `YYYY-MM-DD` that is in the calendar. */
export function isDate(text: string): boolean {
  const parts = DATE.exec(text);
  return parts !== null && dateOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}

/** The days since 1970-01-01. Throws a RangeError for text that is no day. */
export function dayNumber(date: string): number {
  const parts = DATE.exec(date);
  if (parts === null || !isDate(date)) throw new RangeError('Not a day of the form YYYY-MM-DD');
  return Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / (DAY_IN_SECONDS * 1000);
}

/** The day that is so many days after 1970-01-01. */
export function dateOfDayNumber(days: number): string {
  return new Date(days * DAY_IN_SECONDS * 1000).toISOString().slice(0, 10);
}

export function addDays(date: string, days: number): string {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: string): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}
