import { isDate } from './calendar.ts';

/** What was meant by a typed text, or one sentence that says what is wrong with it. */
export type Parsed = { readonly value: string } | { readonly wrong: string };

const NO_DATE = { wrong: 'Write a date as 2026-11-24' };
const NO_TIME = { wrong: 'Write a time as 14:02' };

/** `2026-11-24`, `2026/11/24` or `20261124`. @returns `YYYY-MM-DD` */
export function parseDate(text: string): Parsed {
  const match = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})$/.exec(text.trim());
  if (!match) return NO_DATE;
  const [, year, month = '', day = ''] = match;
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(value) ? { value } : { wrong: `There is no ${value} in the calendar` };
}

/** `14:02`, `1402`, `9:05`. @returns `HH:MM` */
export function parseTime(text: string): Parsed {
  const match = /^(\d{1,2}):?(\d{2})$/.exec(text.trim());
  if (!match) return NO_TIME;
  const [, hours = '', minutes = ''] = match;
  if (Number(hours) > 23) return { wrong: 'Hours go from 00 to 23' };
  if (Number(minutes) > 59) return { wrong: 'Minutes go from 00 to 59' };
  return { value: `${hours.padStart(2, '0')}:${minutes}` };
}

/** A date and a time, with or without `T`, `Z` or `UTC`. @returns `YYYY-MM-DDTHH:MM`, UTC */
export function parseDateTime(text: string): Parsed {
  const match = /^(\S+?)(?:T|\s+)(\d{1,2}:?\d{2})\s*(?:Z|UTC)?$/i.exec(text.trim());
  if (!match) return { wrong: 'Write a date and a time as 2026-11-24 14:02' };
  const date = parseDate(match[1] ?? '');
  if ('wrong' in date) return date;
  const time = parseTime(match[2] ?? '');
  return 'wrong' in time ? time : { value: `${date.value}T${time.value}` };
}
