import { formatDuration } from './durations.ts';
import { minutesBetween } from './incidentMetrics.ts';
import { clockOf, secondsOf } from './instant.ts';
import { isPlace, placeOffset } from './placeOffset.ts';

/**
 * TM-28: an instant on the clocks of a place (IANA name), for the hover: `01:41 in Oslo`. Null for a place
 * that the machine does not know, and for one that names no town (`UTC`, `Etc/GMT+1`): it would add nothing.
 */
export function localTimeOn(instant: string, timeZone: string): string | null {
  const town = townOf(timeZone);
  if (town === null || !isPlace(timeZone)) return null;
  const seconds = secondsOf(instant);
  const local = seconds + placeOffset(timeZone, seconds) * 60;
  return `${clockOf(local - Math.floor(local / 86_400) * 86_400, false)} in ${town}`;
}

function townOf(timeZone: string): string | null {
  const parts = timeZone.split('/');
  const town = parts.length < 2 || parts[0] === 'Etc' ? undefined : parts[parts.length - 1];
  return town === undefined ? null : town.replace(/_/g, ' ');
}

/** TM-28: how long after the first alert an instant was: `+49 min`, `+1 h 09 min`, `−8 min`. */
export function sinceFirstAlert(instant: string, firstAlert: string): string {
  const minutes = minutesBetween(firstAlert, instant);
  return `${minutes < 0 ? '' : '+'}${formatDuration(minutes)}`;
}
