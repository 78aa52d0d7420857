import { dateOfDayNumber, dayNumber } from './calendarDate.ts';
import { secondsOf } from './instant.ts';
import type { Zone } from './zone.ts';
import { zoneInstant } from './zoneInstant.ts';

/** An instant, or a UTC day, that a clock time without a date is to be near to. */
export type NearTo = { readonly instant: string } | { readonly day: string };

/**
 * TM-3: the day, on the zone's calendar, that puts a clock time (seconds since midnight) nearest to an
 * instant: 12 h either way, the later of two equally near. Near to a day, it is the one that falls on that
 * day in UTC.
 */
export function nearestDay(clock: number, zone: Zone, near: NearTo): string {
  const middle = dayNumber('instant' in near ? near.instant.slice(0, 10) : near.day);
  const candidates = [-2, -1, 0, 1, 2].map((step) => {
    const day = middle + step;
    return { day, seconds: zoneInstant(day * 86_400 + clock, zone).seconds };
  });
  if ('day' in near) {
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
