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

/** The style in which most of these times would be written as they are. */
export function chosenDates(times: readonly string[], start: TimeContext): DateStyle {
  const kept = STYLES.map((style) => ({ style, count: keptTimes(times, style, start) }));
  return kept.reduce((best, other) => (other.count > best.count ? other : best)).style;
}

function keptTimes(times: readonly string[], style: DateStyle, start: TimeContext): number {
  let context = start;
  return times.filter((text) => {
    const read = readAnyTime(text, context);
    const kept = writeTime(read.time, style, context) === tidy(text);
    context = read.context;
    return kept;
  }).length;
}

/** Reads the times of a timeline, and gives what they say to what follows. */
export function settleTimes(
  texts: readonly string[],
  events: readonly (readonly BodyNode[])[],
  style: DateStyle,
  start: TimeContext,
): { readonly times: readonly RowTime[]; readonly context: TimeContext } {
  const rows = texts.map((text, at) => ({ zone: zoneInTime(text), event: events[at] ?? [] }));
  let context = withRowZones(start, rows);
  const { statedZone, mentionedZone } = context;
  const times = rows.map(({ event }, at) => {
    const read = settledAsWritten(texts[at] ?? '', style, ofRow(context, event));
    context = { ...read.context, statedZone, mentionedZone };
    return read.time;
  });
  return { times, context };
}

/** Reads a time of a timeline; one that would be written in other words remembers its own. */
function settledAsWritten(text: string, style: DateStyle, context: TimeContext): ReadTime {
  const read = readAnyTime(text, context);
  const words = tidy(text);
  return writeTime(read.time, style, context) === words
    ? read
    : { ...read, time: { ...read.time, asWritten: words } };
}
