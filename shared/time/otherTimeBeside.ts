import { wholeTime } from './original.ts';
import { clockSeconds } from './writtenClock.ts';
import { readZone } from './zone.ts';
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
