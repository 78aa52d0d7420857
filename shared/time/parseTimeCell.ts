import { addDays } from './calendarDate.ts';
import { isCanonical } from './canonicalTime.ts';
import { atEnd, cursorOn, take } from './cursor.ts';
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
function dayChoice({ carryDate, carryClock = null }: TimeCellContext): DayChoice {
  return {
    near: carryDate,
    notAfter: null,
    dayFor: (clock) => {
      if (carryDate === null || carryClock === null) return carryDate;
      const [hours = 0, minutes = 0, seconds = 0] = carryClock.split(':').map(Number);
      const above = hours * 3600 + minutes * 60 + seconds;
      return above - clock > 12 * 3600 ? addDays(carryDate, 1) : carryDate;
    },
  };
}

function carryOn(written: WrittenTime, context: TimeCellContext): Omit<TimeCell, 'time'> {
  const wall = settleTime({ ...written, rangeOrOffset: false }, UTC, dayChoice(context));
  const dated = written.date !== null;
  const unchanged = { carryDate: context.carryDate, carryClock: context.carryClock ?? null, dated };
  if (wall.unsettled !== null || wall.writtenDay === null) return unchanged;
  const { start } = written;
  const clock = start?.kind === 'clock' ? clockSeconds(start) : null;
  return {
    dated,
    carryDate: wall.writtenDay,
    carryClock: clock === null ? null : clockOf(clock, start?.kind === 'clock' && start.second !== null),
  };
}

/** For a cell of a timeline that `parseTimeCell` does not know: nothing of it is lost. */
export function unreadableTime(text: string): RowTime {
  return text.trim() === '' ? NO_TIME : unsettledTime(text.trim(), 'not-a-time');
}
