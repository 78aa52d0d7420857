import { addDays, dateOfDayNumber } from './calendarDate.ts';
import { clockText } from './canonicalTime.ts';
import { type CarriedDay, cellZone, onDayAlone, onNoDay } from './carriedDay.ts';
import { dayRemark } from './dayRemark.ts';
import { clockOf, secondsOf } from './instant.ts';
import { isNewestFirst } from './newestFirst.ts';
import { wholeTime } from './original.ts';
import { parseTimeCell } from './parseTimeCell.ts';
import type { RowTime } from './rowTime.ts';
import { clockSeconds } from './writtenClock.ts';
import { wallOf } from './zoneInstant.ts';

const DAY = 86_400;

/**
 * TM-16: for each row of a timeline, what the rows above it say of its day on the calendar of those who wrote them, as
 * when it was imported; also of rows whose zone is not settled yet.
 *
 * @param inForce what is said above the timeline
 */
export function carriedByRows(times: readonly RowTime[], inForce: CarriedDay): readonly CarriedDay[] {
  const newestFirst = isNewestFirst(times.map((time) => time.asWritten ?? clockText(time) ?? ''));
  let carried: CarriedDay = { ...inForce, newestFirst };
  return times.map((time) => {
    const here = carried;
    carried = { ...behind(time, here), newestFirst };
    return here;
  });
}

function behind({ asWritten, zone, unsettled, ...time }: RowTime, carried: CarriedDay): CarriedDay {
  if (time.at !== null) return behindSettled({ asWritten, zone, at: time.at }, carried);
  if (asWritten === null) return carried;
  if (unsettled === 'date-unknown') return onNoDay(carried);
  // Below the first alert alone a clock is near to its instant.
  const isFirst = (carried.carryClock ?? null) === null;
  const zones = { zone: isFirst ? zone : null, perhapsZone: zone };
  const cell = parseTimeCell(asWritten, { ...carried, ...zones, digits: true });
  if (cell === null) return carried;
  // While the zone is not settled it is the calendar that counts, not the instant.
  if (unsettled !== 'not-a-time') return { ...cell, carryAt: [] };
  // Which half of the day it is in is not known.
  return cell.dated ? onDayAlone(cell.carryDate, cell.lastDay ?? null) : carried;
}

/** The clock that was written is on the day that puts it nearest to what the zone's clocks show. */
function behindSettled(
  { at, asWritten, zone }: Pick<RowTime, 'asWritten' | 'zone'> & { readonly at: string },
  carried: CarriedDay,
): CarriedDay {
  if (at.length === 10) return onDayAlone(at, null);
  const written = asWritten === null ? null : wholeTime(asWritten);
  const days = dayRemark(written?.note ?? null);
  // A row of the day before is an aside: those below it go on where the row above it was.
  if (days !== null && days < 0 && carried.carryDate !== null) return carried;
  const { zone: read, key } = cellZone(zone, null);
  const seconds = secondsOf(at);
  const wall = wallOf(seconds, read);
  const start = written?.start ?? null;
  const clock = (start?.kind === 'clock' ? clockSeconds(start) : null) ?? wall - Math.floor(wall / DAY) * DAY;
  const day = dateOfDayNumber(Math.round((wall - clock) / DAY));
  return {
    carryDate: day,
    carryClock: clockOf(clock, true),
    carryFrom: days === null ? null : addDays(day, -days),
    carryAt: [seconds],
    carryZone: key,
    lastDay: null,
  };
}
