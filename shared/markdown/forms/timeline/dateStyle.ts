import type { BodyNode } from '../../../document/template.ts';
import type { RowTime } from '../../../time/rowTime.ts';
import { tidy } from '../cells.ts';
import type { Note } from '../noted.ts';
import { type DateStyle, type ReadTime, readAnyTime, type TimeContext, writeTime } from './rowTimes.ts';
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

/** The style in which most of these times would be written as they are. */
export function chosenDates(rows: TimeTexts, start: TimeContext): DateStyle {
  const kept = STYLES.map((style) => ({ style, count: keptTimes(rows, style, start) }));
  return kept.reduce((best, other) => (other.count > best.count ? other : best)).style;
}

function keptTimes(rows: TimeTexts, style: DateStyle, start: TimeContext): number {
  const { read } = readRows(rows, start, (text, context) => {
    const { time, context: after } = readAnyTime(text, context);
    return { value: writeTime(time, style, context) === tidy(text), context: after };
  });
  return read.filter((isKept) => isKept).length;
}

/** Reads the times of a timeline, and gives what they say to what follows. */
export function settleTimes(
  rows: TimeTexts,
  style: DateStyle,
  start: TimeContext,
): { readonly times: readonly RowTime[]; readonly context: TimeContext } {
  const { read, context } = readRows(rows, start, (text, here) => {
    const settled = settledAsWritten(text, style, here);
    return { value: settled.time, context: settled.context };
  });
  return { times: read, context };
}

/** Reads row by row, each in what those above it and its own event say of its time. */
function readRows<T>(
  { texts, events }: TimeTexts,
  start: TimeContext,
  readRow: (text: string, context: TimeContext) => { readonly value: T; readonly context: TimeContext },
): { readonly read: readonly T[]; readonly context: TimeContext } {
  const rows = texts.map((text, at) => ({ zone: zoneInTime(text), event: events[at] ?? [] }));
  let context = withRowZones(start, rows);
  const { statedZone, mentionedZone } = context;
  const read = rows.map(({ event }, at) => {
    const { value, context: after } = readRow(texts[at] ?? '', ofRow(context, event));
    context = { ...after, statedZone, mentionedZone };
    return value;
  });
  return { read, context };
}

/** Reads a time of a timeline; one that would be written in other words remembers its own. */
function settledAsWritten(text: string, style: DateStyle, context: TimeContext): ReadTime {
  const read = readAnyTime(text, context);
  const words = tidy(text);
  return writeTime(read.time, style, context) === words
    ? read
    : { ...read, time: { ...read.time, asWritten: words } };
}
