import { addDays, dateOfDayNumber, dayNumber } from './calendarDate.ts';
import { dayRemark } from './dayRemark.ts';
import { clockOf, instantOf, secondsOf } from './instant.ts';
import { nearestDay } from './nearestDay.ts';
import { type DayChoice, type Settled, settleTime } from './settleTime.ts';
import { remarkSaysOtherDay } from './unclearDay.ts';
import { clockSeconds } from './writtenClock.ts';
import type { WrittenTime } from './writtenTime.ts';
import { isUtc, readZone, UTC, type Zone } from './zone.ts';
import { instantNear, wallOf } from './zoneInstant.ts';
import { meaningsOf } from './zoneNames.ts';

/** What the times above a cell say of its day. */
export interface CarriedDay {
  /** The day in force, `YYYY-MM-DD`: of the cell above, or of a heading or title; null for none, or one that is not certain. */
  readonly carryDate: string | null;
  /** The clock of the cell above on that day, `HH:MM[:SS]`; null or absent after a heading with a date. */
  readonly carryClock?: string | null;
  /** The day that `(next day)` beside the cell above was counted from (TM-31); null or absent where it has no such remark. */
  readonly carryFrom?: string | null;
  /** When the cell above may be, in seconds since 1970: several where its zone is not certain; absent after a heading. */
  readonly carryAt?: readonly number[];
  /** The zone of the cell above, as `zoneKey` has it; absent with `carryAt`. */
  readonly carryZone?: string;
  /** The last day that was certain, for those without a year below; absent where that is the day in force. */
  readonly lastDay?: string | null;
  /** Words between a clock and its event, which may name its day; null or absent for none. */
  readonly wordsBeside?: string | null;
  /** The cells may run backwards, so that a clock far from the one above may be on either side of a midnight. */
  readonly newestFirst?: boolean;
}

/** A cell's zone, and the others that it may be in. */
export interface CellZone {
  readonly zone: Zone;
  readonly key: string;
  /** All zones that it may be in; several where nobody can tell which. */
  readonly readings: readonly Zone[];
}

const HOUR = 3600;
const DAY = 86_400;

/**
 * @param text the zone that a cell has of its own, or that holds for its document; null for none
 * @param perhaps another zone that a cell without one may be in; null for none
 */
export function cellZone(text: string | null, perhaps: string | null): CellZone {
  const zone = text === null ? UTC : readZone(text);
  if (text === null && perhaps !== null) return { zone, key: '', readings: [UTC, ...readingsOf(perhaps)] };
  return {
    zone,
    key: isUtc(zone) ? 'UTC' : (text ?? '').toUpperCase(),
    readings: text === null ? [UTC] : readingsOf(text),
  };
}

function readingsOf(text: string): readonly Zone[] {
  const zone = readZone(text);
  if (zone.kind !== 'unclear') return [zone];
  return meaningsOf(text).map(({ offset }) => ({ kind: 'offset', offset }));
}

/**
 * TM-16: a clock without a date is on the day in force, or on the next when it is more than 12 h before the
 * cell above: documents run forward, midnight passes without a word, and a row out of order stays near. Below a cell of
 * another zone it is the instants that are compared. Among cells that may run backwards, neither is certain.
 */
export function carriedDay(context: CarriedDay, key: string): DayChoice {
  const { carryDate, lastDay = null, wordsBeside = null } = context;
  const dayFor = (clock: number, zone: Zone): string | null => {
    const day = usualDay(clock, zone);
    return remarkSaysOtherDay(wordsBeside, day) ? null : day;
  };
  const usualDay = (clock: number, zone: Zone): string | null => {
    const { carryAt = [], carryZone = key } = context;
    if (carryDate === null || carryZone === key || carryAt.length === 0) return dayOnCalendar(clock, context);
    const [day = null, ...others] = new Set(carryAt.map((at) => dayBeside(at, clock, zone, context)));
    return others.length === 0 ? day : null;
  };
  return {
    near: carryDate ?? lastDay,
    notAfter: null,
    dayFor,
    dayAfter: (days, clock, zone) => dayAfter(days, clock, dayFor(clock, zone), context, key),
  };
}

/** The same where both cells are of one zone. */
function dayOnCalendar(clock: number, context: CarriedDay): string | null {
  const { carryDate } = context;
  const above = secondsAbove(context);
  if (carryDate === null || above === null) return carryDate;
  if (context.newestFirst === true && Math.abs(above - clock) > 12 * HOUR) return null;
  return above - clock > 12 * HOUR ? addDays(carryDate, 1) : carryDate;
}

/**
 * The day of a clock in a zone, below a cell of another one at an instant; null where that is not certain: more than 12 h
 * later or 2 h earlier where the calendars of the two disagree about the day, and a whole day later where they agree.
 */
function dayBeside(at: number, clock: number, zone: Zone, context: CarriedDay): string | null {
  if (secondsAbove(context) === null)
    return nearestDay(clock, zone, { kind: 'instant', instant: instantOf(at, true) });
  const wall = wallOf(at, zone);
  const dayAbove = Math.floor(wall / DAY);
  const above = wall - dayAbove * DAY;
  const isNext = above - clock > 12 * HOUR;
  const later = clock - above + (isNext ? DAY : 0);
  const agree = context.carryDate !== null && dayAbove === dayNumber(context.carryDate);
  const isCertain = agree ? later <= 22 * HOUR : later >= -2 * HOUR && later <= 12 * HOUR;
  return isCertain ? dateOfDayNumber(dayAbove + (isNext ? 1 : 0)) : null;
}

/** The clock of the cell above in seconds since midnight, or null. */
function secondsAbove({ carryClock = null }: CarriedDay): number | null {
  if (carryClock === null) return null;
  const [hours = 0, minutes = 0, seconds = 0] = carryClock.split(':').map(Number);
  return hours * HOUR + minutes * 60 + seconds;
}

/**
 * TM-31: the day of a clock that a remark puts so many days after the cell above, `usual` being its day without the
 * remark. Below a cell with such a remark it counts from the same day as that one.
 */
function dayAfter(
  days: number,
  clock: number,
  usual: string | null,
  context: CarriedDay,
  key: string,
): string | null {
  const { carryDate, carryFrom = null, carryZone = key } = context;
  if (carryDate === null) return null;
  const above = secondsAbove(context);
  if (carryFrom !== null && above !== null) {
    const day = addDays(carryFrom, days);
    return days > 0 && (day > carryDate || day === usual) ? day : null;
  }
  if (carryZone !== key && above !== null) return usual === addDays(carryDate, days) ? usual : null;
  // `01:00 (next day)` below 00:30 may be an hour later or a day: below a later clock it is certain.
  const isCertain = above === null || (days === 1 ? clock < above : clock > above);
  return Math.abs(days) === 1 && isCertain ? addDays(carryDate, days) : null;
}

/** A day that is certain, or none, without a time on it. */
export const onDayAlone = (carryDate: string | null, lastDay: string | null): CarriedDay => ({
  carryDate,
  carryClock: null,
  carryFrom: null,
  carryAt: [],
  lastDay,
});

/** The day of an instant in UTC; a clock of another zone is near to the instant. */
export const besideInstant = (at: string): CarriedDay => ({
  ...onDayAlone(at.slice(0, 10), null),
  carryAt: [secondsOf(at)],
  carryZone: 'UTC',
});

/** Where the day below is not certain: only a date without a year can still be told by what was. */
export const onNoDay = ({ carryDate, lastDay = null }: CarriedDay): CarriedDay =>
  onDayAlone(null, carryDate ?? lastDay);

/** What a cell leaves to the cells below it. */
export function carryOn(
  written: WrittenTime,
  zone: CellZone,
  settled: Settled,
  context: CarriedDay,
): CarriedDay {
  const { start } = written;
  const dated = written.date !== null;
  const days = dated || written.end !== null ? null : dayRemark(written.note);
  // A row of the day before is an aside: those below it go on where the row above it was.
  if (days !== null && days < 0) return context;
  const { carryZone = zone.key } = context;
  const isOfDay = settled.unsettled === null || settled.unsettled === 'date-unknown';
  const onCalendar = isOfDay
    ? settled
    : settleTime({ ...written, rangeOrOffset: false }, UTC, carriedDay(context, carryZone));
  if (onCalendar.unsettled === 'date-unknown') return onNoDay(context);
  if (onCalendar.unsettled !== null || onCalendar.writtenDay === null) return context;
  const day = onCalendar.writtenDay;
  const clock = start?.kind === 'clock' ? clockSeconds(start) : null;
  if (clock === null) return onDayAlone(day, null);
  const at = settled.unsettled === null && zone.readings.length === 1 ? settled.time.at : null;
  return {
    carryDate: day,
    carryClock: clockOf(clock, start?.kind === 'clock' && start.second !== null),
    carryFrom: days === null ? null : addDays(day, -days),
    carryAt: at === null ? mayBeAt(clock, day, dated, zone, context) : [secondsOf(at)],
    carryZone: zone.key,
    lastDay: null,
  };
}

/** When a clock may be whose zone is not certain; the last cell above that was certain counts too. */
function mayBeAt(
  clock: number,
  day: string,
  dated: boolean,
  { key, readings }: CellZone,
  context: CarriedDay,
): readonly number[] {
  const { dayFor } = carriedDay(context, key);
  const own = readings.map((zone) => {
    const on = dated ? day : (dayFor(clock, zone) ?? day);
    return instantNear(dayNumber(on) * DAY + clock, zone);
  });
  const above = dated ? [] : (context.carryAt ?? []).slice(0, 1);
  return [...above, ...own];
}
