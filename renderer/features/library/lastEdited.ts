import { MONTHS } from '../../../shared/time/englishNames.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * When something was edited, as a person says it: `just now`, `4 min ago`, `3 h ago`, `Yesterday`, `20 Nov`,
 * `20 Nov 2025`. Days are those of this device.
 *
 * @param edited milliseconds since 1970
 * @param now likewise
 */
export function lastEdited(edited: number, now: number): string {
  const age = now - edited;
  if (age < MINUTE) return 'Just now';
  if (age < HOUR) return `${Math.floor(age / MINUTE)} min ago`;
  const days = dayOf(now) - dayOf(edited);
  if (days === 0) return `${Math.floor(age / HOUR)} h ago`;
  if (days === 1) return 'Yesterday';
  const date = new Date(edited);
  const day = `${date.getDate()} ${MONTHS[date.getMonth()]?.slice(0, 3)}`;
  return date.getFullYear() === new Date(now).getFullYear() ? day : `${day} ${date.getFullYear()}`;
}

/** The number of the calendar day on this device. */
function dayOf(time: number): number {
  const date = new Date(time);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / (24 * HOUR);
}
