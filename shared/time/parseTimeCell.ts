import { addDays } from './calendarDate.ts';
import { isCanonical } from './canonicalTime.ts';
import { atEnd, cursorOn, take } from './cursor.ts';
import { dayRemark } from './dayRemark.ts';
import { clockOf } from './instant.ts';
import { readConverted, readUnconverted, withoutBrackets } from './original.ts';
import { CELL_RULES } from './readingRules.ts';
import { NO_TIME, type RowTime, unsettledTime } from './rowTime.ts';
import { type DayChoice, settleTime } from './settleTime.ts';
import { clockSeconds } from './writtenClock.ts';
import { readWrittenTime, type WrittenTime } from './writtenTime.ts';
import { isUtc, readZone, UTC } from './zone.ts';

/** What a document has said before a cell, on its writer's own calendar. */
export interface TimeCellContext {
  /** The day in force, `YYYY-MM-DD`: of the cell above, or of a heading or title; null for none. */
  readonly carryDate: string | null;
  /** The clock of the cell above on that day, `HH:MM[:SS]`; null or absent after a heading with a date. */
  readonly carryClock?: string | null;
  /** The day that `(next day)` beside the cell above was counted from (TM-31); null or absent where it has no such remark. */
  readonly carryFrom?: string | null;
  /** The zone that holds for the document (`CET`, see `statedZone`); null for UTC. */
  readonly zone: string | null;
  /** The cell stands in a column or list of times, so that four digits (`1402`) are one. */
  readonly digits?: boolean;
}

/** A cell's time, and what to carry on to the next cell. */
export interface TimeCell {
  readonly time: RowTime;
  readonly carryDate: string | null;
  readonly carryClock: string | null;
  readonly carryFrom: string | null;
  /** The cell itself names a day. */
  readonly dated: boolean;
}

const LONGEST = 200;
const TRAILING = /\s*[:.,]?\s*$/y;

/**
 * TM-16, TM-17: reads the whole of a table cell, heading or list lead as a time; null where it is none, so
 * that a caller can tell a timeline from other text. Words that the row would not show stay in `asWritten`.
 */
export function parseTimeCell(text: string, context: TimeCellContext): TimeCell | null {
  const words = text.trim();
  if (words === '' || words.length > LONGEST) return null;
  const converted = readConverted(words);
  if (converted !== null) {
    const settled = settleTime(converted.utc, UTC, dayChoice(context));
    if (settled.unsettled === null) {
      const time = { ...settled.time, ...converted.original };
      return { time, ...carryOn(converted.utc, context) };
    }
  }
  const unconverted = readUnconverted(words);
  const asWritten = unconverted?.asWritten ?? words;
  const written = wholeCell(asWritten, context.digits === true);
  if (written === null) return null;
  const time = settleCell(asWritten, written, unconverted?.zone ?? context.zone, context);
  return { time, ...carryOn(written, context) };
}

function wholeCell(text: string, digits: boolean): WrittenTime | null {
  const cursor = cursorOn(withoutBrackets(text));
  const written = readWrittenTime(cursor, { ...CELL_RULES, digits });
  if (written === null) return null;
  take(cursor, TRAILING);
  return atEnd(cursor) ? written : null;
}

function settleCell(
  asWritten: string,
  written: WrittenTime,
  documentZone: string | null,
  context: TimeCellContext,
): RowTime {
  const zoneText = written.zone ?? documentZone;
  const zone = zoneText === null ? UTC : readZone(zoneText);
  const settled = settleTime(written, zone, dayChoice(context));
  const zoneToKeep = isUtc(zone) ? written.zone : zoneText;
  if (settled.unsettled !== null) return unsettledTime(asWritten, settled.unsettled, zoneToKeep);
  const { time } = settled;
  const converted = !isUtc(zone) && time.at !== null && time.at.length > 10;
  // Among times of another zone `14:02 UTC` says no more than `14:02` does elsewhere.
  const apart = documentZone !== null && !isUtc(readZone(documentZone));
  if (!converted && isCanonical(apart ? asWritten.replace(/ UTC$/, '') : asWritten, time)) return time;
  return { ...time, asWritten, zone: converted ? zoneToKeep : written.zone };
}

/**
 * TM-16: a clock without a date is on the day in force, or on the next when it is more than 12 h before the
 * cell above: documents run forward, midnight passes without a word, and a row out of order stays near.
 */
function dayChoice(context: TimeCellContext): DayChoice {
  const { carryDate } = context;
  const dayFor = (clock: number): string | null => {
    const above = secondsAbove(context);
    if (carryDate === null || above === null) return carryDate;
    return above - clock > 12 * 3600 ? addDays(carryDate, 1) : carryDate;
  };
  return {
    near: carryDate,
    notAfter: null,
    dayFor,
    dayAfter: (days, clock) => dayAfter(days, clock, dayFor(clock), context),
  };
}

/** The clock of the cell above in seconds since midnight, or null. */
function secondsAbove({ carryClock = null }: TimeCellContext): number | null {
  if (carryClock === null) return null;
  const [hours = 0, minutes = 0, seconds = 0] = carryClock.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

/**
 * TM-31: the day of a clock that a remark puts so many days after the cell above, `usual` being its day without the
 * remark. Below a cell with such a remark it counts from the same day as that one.
 */
function dayAfter(
  days: number,
  clock: number,
  usual: string | null,
  context: TimeCellContext,
): string | null {
  const { carryDate, carryFrom = null } = context;
  if (carryDate === null) return null;
  const above = secondsAbove(context);
  if (carryFrom !== null && above !== null) {
    const day = addDays(carryFrom, days);
    return days > 0 && (day > carryDate || day === usual) ? day : null;
  }
  // `01:00 (next day)` below 00:30 may be an hour later or a day: below a later clock it is certain.
  const isCertain = above === null || (days === 1 ? clock < above : clock > above);
  return Math.abs(days) === 1 && isCertain ? addDays(carryDate, days) : null;
}

function carryOn(written: WrittenTime, context: TimeCellContext): Omit<TimeCell, 'time'> {
  const { carryDate, carryClock = null, carryFrom = null } = context;
  const wall = settleTime({ ...written, rangeOrOffset: false }, UTC, dayChoice(context));
  const dated = written.date !== null;
  const unchanged = { carryDate, carryClock, carryFrom, dated };
  if (wall.unsettled !== null || wall.writtenDay === null) return unchanged;
  const { start } = written;
  const clock = start?.kind === 'clock' ? clockSeconds(start) : null;
  const days = dated || written.end !== null ? null : dayRemark(written.note);
  // A row of the day before is an aside: those below it go on where the row above it was.
  if (days !== null && days < 0) return unchanged;
  return {
    dated,
    carryDate: wall.writtenDay,
    carryClock: clock === null ? null : clockOf(clock, start?.kind === 'clock' && start.second !== null),
    carryFrom: days === null || clock === null ? null : addDays(wall.writtenDay, -days),
  };
}

/** For a cell of a timeline that `parseTimeCell` does not know: nothing of it is lost. */
export function unreadableTime(text: string): RowTime {
  return text.trim() === '' ? NO_TIME : unsettledTime(text.trim(), 'not-a-time');
}
