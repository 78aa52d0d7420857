import { addDays, dayNumber } from './calendarDate.ts';
import { dayRemark } from './dayRemark.ts';
import { instantOf } from './instant.ts';
import { otherTimeBeside } from './otherTimeBeside.ts';
import { NO_TIME, type RowTime, type Unsettled } from './rowTime.ts';
import { remarkSaysOtherDay } from './unclearDay.ts';
import { type ClockParts, clockSeconds } from './writtenClock.ts';
import { settleDate, type WrittenDate } from './writtenDate.ts';
import type { WrittenTime } from './writtenTime.ts';
import type { Zone } from './zone.ts';
import { zoneInstant } from './zoneInstant.ts';

/** Where a time without a whole day gets the rest from. */
export interface DayChoice {
  /** The day on the zone's calendar for a clock time (seconds since midnight), or null for none. */
  readonly dayFor: (clock: number, zone: Zone) => string | null;
  /** The day for a clock with the remark that it is so many days after the row above; null where that is not certain. */
  readonly dayAfter: (days: number, clock: number, zone: Zone) => string | null;
  /** The day that a date without a year is to be near to. */
  readonly near: string | null;
  /** Such a date is not read as a later day, where that can be had; null for any. */
  readonly notAfter: string | null;
}

/** A settled time without what was written, or the reason why there is none. */
export type Settled =
  | { readonly unsettled: null; readonly time: RowTime; readonly writtenDay: string | null }
  | { readonly unsettled: Unsettled };

/**
 * Puts together a written time, its zone and its day. `writtenDay` is the day on the writer's own calendar.
 * A day without a clock is not moved between zones: nobody knows by how much.
 */
export function settleTime(written: WrittenTime, zone: Zone, choice: DayChoice): Settled {
  if (written.rangeOrOffset) return { unsettled: 'range-or-offset' };
  const { start } = written;
  const day = written.date === null ? null : settleDate(written.date, choice.near, choice.notAfter);
  if (written.date !== null && day === null) return { unsettled: 'date-unknown' };
  if (start === null || start.kind === 'unknown') return settleDay(written, day);
  if (zone.kind === 'unclear') return { unsettled: zone.why };

  const clock = clockSeconds(start) ?? 0;
  const writtenDay = day ?? chosenDay(written, clock, zone, choice);
  if (writtenDay === null) return { unsettled: 'date-unknown' };
  const from = onDay(start, writtenDay, zone);
  if (from.unsettled !== null) return { unsettled: from.unsettled };
  if (otherTimeBeside(written.note, from.seconds)) return { unsettled: 'zone-contradicts-offset' };
  const precision = written.about ? 'about' : 'exact';
  const time: RowTime = { ...NO_TIME, at: from.at, precision };
  if (written.end === null) return { unsettled: null, time, writtenDay };
  if (written.end.kind === 'unknown') {
    return { unsettled: null, time: { ...time, untilUnknown: true }, writtenDay };
  }
  const until = settleEnd(written.end, written.endDate, clock, writtenDay, zone);
  if (until.unsettled !== null) return { unsettled: until.unsettled };
  if (until.seconds < from.seconds) return { unsettled: 'not-a-time' };
  return { unsettled: null, time: { ...time, until: until.at }, writtenDay };
}

/** TM-31: what a remark says of the day and is not certain leaves none. Behind a range, `next day` may be about its end alone: so it is where the end is on the next day anyway. */
function chosenDay({ note, end }: WrittenTime, clock: number, zone: Zone, choice: DayChoice): string | null {
  const days = dayRemark(note);
  if (days === null) {
    const day = choice.dayFor(clock, zone);
    return remarkSaysOtherDay(note, day) ? null : day;
  }
  if (end?.kind !== 'clock') return choice.dayAfter(days, clock, zone);
  const endsNextDay = days === 1 && (clockSeconds(end) ?? 0) < clock;
  return endsNextDay ? choice.dayFor(clock, zone) : null;
}

function settleDay(written: WrittenTime, day: string | null): Settled {
  if (day === null) return { unsettled: null, time: NO_TIME, writtenDay: null };
  const until =
    written.start === null && written.endDate !== null ? settleDate(written.endDate, day, null) : null;
  if (written.endDate !== null && (until === null || until < day)) return { unsettled: 'date-unknown' };
  return { unsettled: null, time: { ...NO_TIME, at: day, until, precision: 'day' }, writtenDay: day };
}

/** TM-6: an end whose clock is before the start's is on the next day. */
function settleEnd(
  end: ClockParts,
  endDate: WrittenDate | null,
  startClock: number,
  startDay: string,
  zone: Zone,
): OnDay {
  if (endDate !== null) {
    const day = settleDate(endDate, startDay, null);
    return day === null ? { unsettled: 'date-unknown' } : onDay(end, day, zone);
  }
  const nextDay = (clockSeconds(end) ?? 0) < startClock;
  return onDay(end, nextDay ? addDays(startDay, 1) : startDay, zone);
}

type OnDay =
  | { readonly unsettled: null; readonly at: string; readonly seconds: number }
  | { readonly unsettled: Unsettled };

function onDay(clock: ClockParts, day: string, zone: Zone): OnDay {
  const { seconds, unsettled } = zoneInstant(dayNumber(day) * 86_400 + (clockSeconds(clock) ?? 0), zone);
  if (unsettled !== null) return { unsettled };
  return { unsettled, at: instantOf(seconds, clock.second !== null), seconds };
}
