/** Names of months and weekdays as the document writes and reads them. */

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
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/** Regular expression source for a month's name, whole or shortened. */
export const MONTH_PATTERN =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** Regular expression source for a weekday's name, whole or shortened. */
export const WEEKDAY_PATTERN =
  '(?:sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?)';

/** 1 to 12 for a name that `MONTH_PATTERN` matches. */
export function monthNumber(name: string): number {
  return startsWithThree(MONTHS, name) + 1;
}

/** 0 (Sunday) to 6 for a name that `WEEKDAY_PATTERN` matches. */
export function weekdayNumber(name: string): number {
  return startsWithThree(WEEKDAYS, name);
}

function startsWithThree(names: readonly string[], name: string): number {
  const start = name.slice(0, 3).toLowerCase();
  return names.findIndex((whole) => whole.slice(0, 3).toLowerCase() === start);
}
