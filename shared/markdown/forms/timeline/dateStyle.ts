import type { BodyNode } from '../../../document/template.ts';
import type { RowTime } from '../../../time/rowTime.ts';
import { tidy } from '../cells.ts';
import type { Note } from '../noted.ts';
import { type DateStyle, halvesOfTimes, readRowTime, type TimeContext, writeTime } from './rowTimes.ts';
import { ofRow, withRowZones, zoneInTime } from './rowZones.ts';
import { OUR_TABLE, readWritten } from './timelineWritten.ts';

const STYLES: readonly DateStyle[] = ['change', 'each', 'none'];

/** The style that the front matter tells, or null when it tells none. */
export const notedDates = (note: Note | undefined): DateStyle | null =>
  note !== undefined && 'written' in note
    ? (readWritten({ type: 'timeline', attrs: note }) ?? OUR_TABLE).dates
    : null;

/** The texts of a timeline's times, and the events beside them. */
export interface TimeTexts {
  readonly texts: readonly string[];
  readonly events: readonly (readonly BodyNode[])[];
}

/** The times of a timeline, and what they say to what follows. */
export interface SettledTimes {
  readonly times: readonly RowTime[];
  readonly dates: DateStyle;
  readonly context: TimeContext;
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
  return { times, dates, context };
}

/** A time as it was read: its words, and what those above it and its own event say of it. */
interface ReadRow {
  readonly words: string;
  readonly time: RowTime;
  readonly here: TimeContext;
}

function readRows(
  { texts, events }: TimeTexts,
  start: TimeContext,
): { readonly read: readonly ReadRow[]; readonly context: TimeContext } {
  const rows = texts.map((text, at) => ({ text, zone: zoneInTime(text), event: events[at] ?? [] }));
  let context: TimeContext = {
    ...withRowZones(start, rows),
    ...halvesOfTimes(texts, start),
  };
  const { statedZone, mentionedZone } = context;
  const read = rows.map(({ text, event }) => {
    const here = ofRow(context, event);
    const { time, context: after } = readRowTime(text, event, here);
    context = { ...after, statedZone, mentionedZone };
    return { words: tidy(text), time, here };
  });
  return { read, context: { ...context, inDoubt: [], wordsBeside: null } };
}
