import { wholeTime, withoutBrackets } from './original.ts';
import { clockSeconds } from './writtenClock.ts';
import type { WrittenTime } from './writtenTime.ts';
import { isUtc, readZone, utcOffsetName } from './zone.ts';
import { zoneInstant } from './zoneInstant.ts';

const DAY = 86_400;

/**
 * TM-12: whether a remark is a clock with its zone that is another instant than the time that it stands beside, given in
 * seconds since 1970: the remark of `11:00 CET (09:00 UTC)`. The day is not compared, nor what is about right.
 */
export function otherTimeBeside(note: string | null, seconds: number): boolean {
  const beside = note === null ? null : wholeTime(note);
  if (beside === null || beside.zone === null || beside.about || beside.start?.kind !== 'clock') return false;
  const zone = readZone(beside.zone);
  const clock = clockSeconds(beside.start) ?? 0;
  const day = Math.floor(seconds / DAY);
  const readings = [day - 1, day, day + 1].map((other) => zoneInstant(other * DAY + clock, zone));
  if (readings.some(({ unsettled }) => unsettled !== null)) return false;
  return !readings.some((reading) => Math.abs(reading.seconds - seconds) < 60);
}

/**
 * TM-12: the zone that a time without one, or in UTC, is in by its clock and the same time in UTC beside it: `UTC+2` of `14:02`
 * and `12:02 UTC`. Null where the two agree, or are apart as no zone is. Zones are from ten
 * hours behind it to less than fourteen ahead.
 */
export function zoneByUtcBeside(time: string, beside: string): string | null {
  const [own, utc] = [clockOf(wholeTime(withoutBrackets(time))), clockOf(wholeTime(beside))];
  if (own === null || utc === null || utc.zone === null) return null;
  const apart = ((own.minutes - utc.minutes + 34 * 60) % (24 * 60)) - 10 * 60;
  return apart === 0 || apart % 15 !== 0 ? null : utcOffsetName(apart);
}

/** The minutes since midnight of a clock in no other zone than UTC; null for every other time. */
function clockOf(
  time: WrittenTime | null,
): { readonly minutes: number; readonly zone: string | null } | null {
  if (time === null || time.start?.kind !== 'clock') return null;
  if (time.zone !== null && !isUtc(readZone(time.zone))) return null;
  const seconds = clockSeconds(time.start);
  return seconds === null ? null : { minutes: Math.floor(seconds / 60), zone: time.zone };
}
