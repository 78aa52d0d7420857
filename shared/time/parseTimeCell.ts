import { isCanonical } from './canonicalTime.ts';
import { type CarriedDay, carriedDay, carryOn, cellZone } from './carriedDay.ts';
import { atEnd, cursorOn, take } from './cursor.ts';
import { dayRemark } from './dayRemark.ts';
import { readConverted, readUnconverted, withoutBrackets } from './original.ts';
import { CELL_RULES } from './readingRules.ts';
import { NO_TIME, type RowTime, unsettledTime } from './rowTime.ts';
import { type Settled, settleTime } from './settleTime.ts';
import { readWrittenTime, type WrittenTime } from './writtenTime.ts';
import { isUtc, readZone, UTC } from './zone.ts';

/** What a document has said before a cell, on its writer's own calendar. */
export interface TimeCellContext extends CarriedDay {
  /** The zone that holds for the document (`CET`, see `statedZone`); null for UTC. */
  readonly zone: string | null;
  /** Another zone that a cell without one of its own may be in; null or absent for none. */
  readonly perhapsZone?: string | null;
  /** The cell stands in a column or list of times, so that four digits (`1402`) are one. */
  readonly digits?: boolean;
}

/** A cell's time, and what to carry on to the next cell. */
export interface TimeCell extends CarriedDay {
  readonly time: RowTime;
  /** The cell itself names a day. */
  readonly dated: boolean;
  /** The cell itself names a zone, UTC too. */
  readonly zoned: boolean;
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
    const zone = cellZone('UTC', null);
    const settled = settleTime(converted.utc, UTC, carriedDay(context, zone.key));
    if (settled.unsettled === null) {
      const time = { ...settled.time, ...converted.original };
      return cellOf(time, converted.utc, true, carryOn(converted.utc, zone, settled, context));
    }
  }
  const unconverted = readUnconverted(words);
  const asWritten = unconverted?.asWritten ?? words;
  const inCell = wholeCell(asWritten, context.digits === true);
  if (inCell === null) return null;
  const { written, context: beside } = withDayBeside(inCell, context);
  const documentZone = unconverted?.zone ?? context.zone;
  const zone = cellZone(written.zone ?? documentZone, context.perhapsZone ?? null);
  // A zone that is not certain is no reason to doubt the day.
  const key = zone.readings.length > 1 ? (context.carryZone ?? zone.key) : zone.key;
  const settled = settleTime(written, zone.zone, carriedDay(beside, key));
  const perhapsZone = documentZone ?? context.perhapsZone ?? null;
  const amongOthers = perhapsZone !== null && !isUtc(readZone(perhapsZone));
  const time = timeOfCell(asWritten, written, settled, documentZone, amongOthers);
  const zoned = written.zone !== null || unconverted !== null;
  return cellOf(time, written, zoned, carryOn(written, zone, settled, beside));
}

/** TM-31: a remark on the day between a cell and its event is one of the cell's. */
function withDayBeside(
  written: WrittenTime,
  context: TimeCellContext,
): { readonly written: WrittenTime; readonly context: TimeCellContext } {
  const { wordsBeside = null } = context;
  if (written.date !== null || wordsBeside === null || dayRemark(wordsBeside) === null)
    return { written, context };
  const note = written.note === null ? wordsBeside : `${written.note}, ${wordsBeside}`;
  return { written: { ...written, note }, context: { ...context, wordsBeside: null } };
}

const cellOf = (time: RowTime, { date }: WrittenTime, zoned: boolean, carried: CarriedDay): TimeCell => {
  const {
    carryDate,
    carryClock = null,
    carryFrom = null,
    carryAt = [],
    carryZone = '',
    lastDay = null,
  } = carried;
  return { time, dated: date !== null, zoned, carryDate, carryClock, carryFrom, carryAt, carryZone, lastDay };
};

function wholeCell(text: string, digits: boolean): WrittenTime | null {
  const cursor = cursorOn(withoutBrackets(text));
  const written = readWrittenTime(cursor, { ...CELL_RULES, digits });
  if (written === null) return null;
  take(cursor, TRAILING);
  return atEnd(cursor) ? written : null;
}

function timeOfCell(
  asWritten: string,
  written: WrittenTime,
  settled: Settled,
  documentZone: string | null,
  amongOthers: boolean,
): RowTime {
  const zoneText = written.zone ?? documentZone;
  const zone = zoneText === null ? UTC : readZone(zoneText);
  const zoneToKeep = isUtc(zone) ? written.zone : zoneText;
  if (settled.unsettled !== null) return unsettledTime(asWritten, settled.unsettled, zoneToKeep);
  const { time } = settled;
  const converted = !isUtc(zone) && time.at !== null && time.at.length > 10;
  // Among times of another zone `14:02 UTC` says no more than `14:02` does elsewhere.
  if (!converted && isCanonical(amongOthers ? asWritten.replace(/ UTC$/, '') : asWritten, time)) return time;
  return { ...time, asWritten, zone: converted ? zoneToKeep : written.zone };
}

/** For a cell of a timeline that `parseTimeCell` does not know: nothing of it is lost. */
export function unreadableTime(text: string): RowTime {
  return text.trim() === '' ? NO_TIME : unsettledTime(text.trim(), 'not-a-time');
}
