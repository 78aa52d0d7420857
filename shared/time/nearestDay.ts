import { dateOfDayNumber, dayNumber } from './calendarDate.ts';
import { secondsOf } from './instant.ts';
import type { Zone } from './zone.ts';
import { zoneInstant } from './zoneInstant.ts';

/** What a clock time without a date is near to: an instant, a day on its writer's calendar, a day in UTC. */
export type NearTo =
  | { readonly kind: 'instant'; readonly instant: string }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'utc-day'; readonly day: string };

/**
 * TM-3: the day, on its writer's calendar, of a clock time (seconds since midnight) in a zone. Near to an
 * instant it is within 12 h either way, the later of two equally near. Near to a written day it is that day.
 * Near to a day in UTC it is the one that falls on that day in UTC.
 */
export function nearestDay(clock: number, zone: Zone, near: NearTo): string {
  if (near.kind === 'day') return near.day;
  const middle = dayNumber(near.kind === 'utc-day' ? near.day : near.instant.slice(0, 10));
  const candidates = [-2, -1, 0, 1, 2].map((step) => {
    const day = middle + step;
    return { day, seconds: zoneInstant(day * 86_400 + clock, zone).seconds };
  });
  if (near.kind === 'utc-day') {
    const same = candidates.find(({ seconds }) => Math.floor(seconds / 86_400) === middle);
    return dateOfDayNumber(same?.day ?? middle);
  }
  const target = secondsOf(near.instant);
  const [best] = candidates.sort(
    (one, two) =>
      Math.abs(one.seconds - target) - Math.abs(two.seconds - target) || two.seconds - one.seconds,
  );
  return dateOfDayNumber(best?.day ?? middle);
}
