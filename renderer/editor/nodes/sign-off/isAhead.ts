import { isDate } from '../../../../shared/time/calendarDate.ts';

/** Whether a date is after the UTC day of `now`, on which nobody can have signed yet. Words that are no date are not. */
export const isAhead = (date: string | null, now: Date): boolean =>
  date !== null && isDate(date) && date > now.toISOString().slice(0, 10);
