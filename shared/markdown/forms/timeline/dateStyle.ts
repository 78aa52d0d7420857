import type { BodyNode } from '../../../document/template.ts';
import { isDate } from '../../../time/calendarDate.ts';
import { onDayAlone } from '../../../time/carriedDay.ts';
import { isNewestFirst } from '../../../time/newestFirst.ts';
import type { RowTime } from '../../../time/rowTime.ts';
import { tidy } from '../cells.ts';
import type { Assigned, Note } from '../noted.ts';
import {
  type DateStyle,
  halvesOfTimes,
  NOTHING_SAID,
  type ReadTime,
  readRowTime,
  readTime,
  type TimeContext,
  writeTime,
} from './rowTimes.ts';
import { isUnsaid, ofRow, withRowZones, zoneInTime, zonesAtEnd } from './rowZones.ts';
import { OUR_TABLE, readWritten } from './timelineWritten.ts';

const STYLES: readonly DateStyle[] = ['change', 'each', 'none'];

/** The style that the front matter tells, or null when it tells none. */
export const notedDates = (note: Note | undefined): DateStyle | null =>
  note !== undefined && 'written' in note
    ? (readWritten({ type: 'timeline', attrs: note }) ?? OUR_TABLE).dates
    : null;

/** The day that the front matter tells of a row that shows its clock alone, `YYYY-MM-DD`; null where it tells none. */
export const notedDay = (assigned: Assigned | undefined): string | null => {
  const day = assigned?.sameTime === true ? assigned.note.day : null;
  return typeof day === 'string' && isDate(day) ? day : null;
};

/** The texts of a timeline's times, the events beside them, and the days that are noted of them. */
export interface TimeTexts {
  readonly texts: readonly string[];
  readonly events: readonly (readonly BodyNode[])[];
  readonly days: readonly (string | null)[];
  /** Notes of rows that are no longer there. */
  readonly gone: readonly Note[];
}

/** The times of a timeline, and what they say to what follows. */
export interface SettledTimes {
  readonly times: readonly RowTime[];
  readonly dates: DateStyle;
  readonly context: TimeContext;
  /** The places of the rows that are on a noted day and not on the one that the text above them gives. */
  readonly onNotedDay: readonly number[];
}

/**
 * Reads the times of a timeline, each row once; a time that would be written in other words remembers its own.
 *
 * @param noted the style that the front matter tells; for null it is the one in which most would be written as they are
 */
export function settleTimes(rows: TimeTexts, noted: DateStyle | null, start: TimeContext): SettledTimes {
  const { read, context } = readRows(rows, start);
  const written = (noted === null ? STYLES : [noted]).map((dates) => {
    const kept = read.map(({ words, time, here }) => writeTime(time, dates, here) === words);
    return { dates, kept, count: kept.filter((isKept) => isKept).length };
  });
  const { dates, kept } = written.reduce((best, other) => (other.count > best.count ? other : best));
  const times = read.map(({ words, time }, at) => (kept[at] === true ? time : { ...time, asWritten: words }));
  const onNotedDay = read.flatMap(({ isOnNotedDay }, at) => (isOnNotedDay ? [at] : []));
  return { times, dates, context, onNotedDay };
}

/** A time as it was read: its words, and what those above it and its own event say of it. */
interface ReadRow {
  readonly words: string;
  readonly time: RowTime;
  readonly here: TimeContext;
  readonly isOnNotedDay: boolean;
}

function readRows(
  { texts, events, days, gone }: TimeTexts,
  start: TimeContext,
): { readonly read: readonly ReadRow[]; readonly context: TimeContext } {
  const rows = texts.map((text, at) => ({
    text,
    zone: zoneInTime(text),
    isUnsaid: isUnsaid(text),
    event: events[at] ?? [],
    day: days[at] ?? null,
  }));
  const isNoted = days.some((day) => day !== null);
  const words = isNoted ? [...texts, ...gone.map(({ time = '' }) => time)] : [];
  const said = new Set([start.carryDate, ...words.map(ownDay)]);
  let context: TimeContext = {
    ...withRowZones(start, rows),
    ...halvesOfTimes(texts, start),
    newestFirst: isNewestFirst(texts),
  };
  const { statedZone, mentionedZone } = context;
  const atEnd = zonesAtEnd(rows);
  const read = rows.map(({ text, event, day }): ReadRow => {
    const inText = ofRow(context, { text, event }, atEnd);
    const onDay = { ...inText, ...onDayAlone(day, null) };
    const found = readRowTime(text, event, inText);
    const noted = day !== null && said.has(day) && !isOn(found, day) ? readRowTime(text, event, onDay) : null;
    const isOnNotedDay = day !== null && noted !== null && isOn(noted, day);
    const { time, context: after } = isOnNotedDay ? noted : found;
    context = { ...after, statedZone, mentionedZone };
    return { words: tidy(text), time, here: isOnNotedDay ? onDay : inText, isOnNotedDay };
  });
  return { read, context: { ...context, inDoubt: [], newestFirst: false, wordsBeside: null } };
}

const isOn = ({ time }: ReadTime, day: string): boolean => time.at?.slice(0, 10) === day;

/** The day that a time's own words name, or null. */
const ownDay = (text: string): string | null => {
  const time = readTime(text, NOTHING_SAID)?.time;
  return time?.at?.slice(0, 10) ?? null;
};
