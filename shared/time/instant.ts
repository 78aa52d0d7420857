import { dateOfDayNumber, dayNumber, isDate } from './calendarDate.ts';

/**
 * Instants as text in UTC, `YYYY-MM-DDTHH:MM` or with `:SS` where seconds were written. Arithmetic is done
 * in whole seconds since 1970-01-01T00:00 UTC, without leap seconds.
 */

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

export function isInstant(text: string): boolean {
  return INSTANT.test(text) && isDate(text.slice(0, 10));
}

/** True where the instant was written to the second. */
export const hasSeconds = (instant: string): boolean => instant.length > 16;

/** Seconds since 1970. Throws a RangeError for text that is no instant. */
export function secondsOf(instant: string): number {
  const parts = INSTANT.exec(instant);
  if (parts === null) throw new RangeError('Not an instant of the form YYYY-MM-DDTHH:MM');
  const [, date = '', hours, minutes, seconds = '0'] = parts;
  return dayNumber(date) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** The instant as text, to the minute (cut, not rounded) or to the second. */
export function instantOf(seconds: number, toTheSecond: boolean): string {
  const days = Math.floor(seconds / 86_400);
  const ofDay = seconds - days * 86_400;
  return `${dateOfDayNumber(days)}T${clockOf(ofDay, toTheSecond)}`;
}

/** `HH:MM` or `HH:MM:SS` of seconds since midnight. */
export function clockOf(ofDay: number, toTheSecond: boolean): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const clock = `${two(ofDay / 3600)}:${two((ofDay % 3600) / 60)}`;
  return toTheSecond ? `${clock}:${two(ofDay % 60)}` : clock;
}

/** The current minute, from what a clock gives (`2026-11-24T14:02`, with or without seconds, fraction, Z). */
export function minuteOfNow(now: string): string {
  const minute = now.slice(0, 16);
  if (!isInstant(minute)) throw new RangeError('Not a current time of the form YYYY-MM-DDTHH:MM');
  return minute;
}
