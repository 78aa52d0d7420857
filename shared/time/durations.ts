/** Lengths of time in whole minutes. */

const PARTS =
  /^(?:(\d{1,5})\s*d(?:ays?)?)?(?:\s*,?\s*(?:and\s+)?(\d{1,5})\s*h(?:(?:ou)?rs?)?)?(?:\s*,?\s*(?:and\s+)?(\d{1,6})\s*m(?:in(?:ute)?s?)?)?\.?$/i;
const HOURS_MINUTES = /^(\d{1,5}):([0-5]\d)$/;

/** TM-25: `8 min`, `1 h 09 min`, `25 h 00 min`, `−3 min`, and `??` for a length that is not known. */
export function formatDuration(minutes: number | null): string {
  if (minutes === null) return '??';
  const size = Math.abs(Math.trunc(minutes));
  const sign = minutes <= -1 ? '−' : '';
  if (size < 60) return `${sign}${size} min`;
  return `${sign}${Math.floor(size / 60)} h ${String(size % 60).padStart(2, '0')} min`;
}

/** TM-25: `HH:MM`, with more digits from 100 hours on; minutes are not negative. */
export function formatHoursMinutes(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(Math.floor(minutes % 60))}`;
}

/** TM-25: the minutes of `HH:MM`, or null. */
export function parseHoursMinutes(text: string): number | null {
  const parts = HOURS_MINUTES.exec(text.trim());
  return parts === null ? null : Number(parts[1]) * 60 + Number(parts[2]);
}

/** TM-25: the minutes of `1:09`, `1 h 09 min`, `1h9m`, `4 hours 42 minutes`, `11 Days` or `90`; else null. */
export function parseDuration(text: string): number | null {
  const written = text.trim();
  if (/^\d{1,6}$/.test(written)) return Number(written);
  const clock = parseHoursMinutes(written);
  if (clock !== null) return clock;
  const parts = PARTS.exec(written);
  const [, days, hours, minutes] = parts ?? [];
  if (days === undefined && hours === undefined && minutes === undefined) return null;
  return Number(days ?? 0) * 1440 + Number(hours ?? 0) * 60 + Number(minutes ?? 0);
}

/**
 * TM-25: the minutes of a length as somebody types it; else null. Four digits and more are none: whether they are
 * minutes or hours and minutes is not certain.
 */
export const parseDurationEntry = (text: string): number | null =>
  /^\s*\d{4,}\s*$/.test(text) ? null : parseDuration(text);
