import { weekdayOf } from './calendarDate.ts';
import { MONTHS, WEEKDAYS } from './englishNames.ts';

/** `2026-11-12 23:52` of an instant; a day stays as it is. UTC is named beside it: "First alert (UTC)". */
export function formatInstant(instant: string): string {
  return instant.replace('T', ' ');
}

/** `23:52` of an instant, with seconds where it has them. */
export function formatClock(instant: string): string {
  return instant.slice(11);
}

/** `Thursday 12 November 2026` of an instant or a day. */
export function formatDay(instantOrDay: string): string {
  const date = instantOrDay.slice(0, 10);
  return `${WEEKDAYS[weekdayOf(date)]} ${formatDayInProse(date)} ${date.slice(0, 4)}`;
}

/** `12 November` of an instant or a day, for a sentence whose year is known. */
export function formatDayInProse(instantOrDay: string): string {
  return `${Number(instantOrDay.slice(8, 10))} ${MONTHS[Number(instantOrDay.slice(5, 7)) - 1]}`;
}
