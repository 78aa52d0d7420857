import type { BodyNode } from '../../../document/template.ts';
import { clockText } from '../../../time/canonicalTime.ts';
import { isNewestFirst } from '../../../time/newestFirst.ts';
import { originalWords } from '../../../time/original.ts';
import type { RowTime } from '../../../time/rowTime.ts';
import {
  besideClock,
  type DateStyle,
  halvesOfTimes,
  isConverted,
  readRowTime,
  type TimeContext,
  writeTime,
} from './rowTimes.ts';
import { isUnsaid, ofRow, type RowWords, withRowZones, zoneInTime, zonesAtEnd } from './rowZones.ts';

type Events = readonly (readonly BodyNode[])[];

/** The times of a timeline as they are written, one for each, and what they say to what follows. */
export interface WrittenTimes {
  readonly texts: readonly string[];
  readonly after: TimeContext;
}

/**
 * Writes the times of a timeline, each below those above it. A zone that stands apart from a flagged time is found only
 * once that is written, and then the others are written again beside it.
 *
 * @param events the events beside the times, as they are written
 */
export function writeTimes(
  times: readonly RowTime[],
  events: Events,
  dates: DateStyle,
  start: TimeContext,
): WrittenTimes {
  const rows = rowWords(times, events);
  const inZones = withRowZones(start, rows);
  const words = times.map((time) => clockWords(time, inZones));
  let context: TimeContext = {
    ...inZones,
    ...halvesOfTimes(words, start),
    newestFirst: isNewestFirst(times.map((time) => originalClock(time, inZones))),
  };
  const { statedZone, mentionedZone } = context;
  const atEnd = zonesAtEnd(rows);
  const texts = rows.map(({ time, ...row }) => {
    const here = ofRow(context, row, atEnd);
    const text = writeTime(time, dates, here);
    context = { ...readRowTime(text, row.event, here).context, statedZone, mentionedZone };
    return text;
  });
  const found = times.map((time, at) => withZoneApart(time, texts[at] ?? ''));
  if (withRowZones(start, rowWords(found, events)).mentionedZone !== mentionedZone)
    return writeTimes(found, events, dates, start);
  return { texts, after: { ...context, inDoubt: [], newestFirst: false, wordsBeside: null } };
}

/** TM-32: what a reader finds of zones in the rows; a time that is certain says that it is in UTC where its event doubts it. */
const rowWords = (
  times: readonly RowTime[],
  events: Events,
): readonly (RowWords & { readonly time: RowTime })[] =>
  times.map((time, at) => ({
    time,
    text: time.unsettled === null ? (clockText(time) ?? '') : (time.asWritten ?? ''),
    zone: shownZone(time),
    isUnsaid: time.unsettled !== null && isUnsaid(time.asWritten ?? ''),
    event: events[at] ?? [],
  }));

/** The zone that a reader finds in a time. What is flagged is written as it was, whatever zone it was flagged for. */
const shownZone = ({ zone, unsettled, asWritten }: RowTime): string | null =>
  unsettled === null ? zone : zoneInTime(asWritten ?? '');

/** A flagged time in the words that it is written in where its zone stands in those alone: `?? (14:00, in IST)`. */
function withZoneApart(time: RowTime, text: string): RowTime {
  const isApart = time.unsettled !== null && shownZone(time) === null && zoneInTime(text) !== null;
  return isApart ? { ...time, asWritten: text } : time;
}

/** The words of a time from which a reader tells whether it is of 12 hours. */
function clockWords(time: RowTime, context: TimeContext): string {
  const clock = clockText(time);
  return time.asWritten || (clock === null ? '' : `${clock}${besideClock(context)}`);
}

/** The words of a time in the zone that it was written in. */
const originalClock = (time: RowTime, context: TimeContext): string =>
  time.asWritten !== null && isConverted(time)
    ? originalWords({ asWritten: time.asWritten, zone: time.zone })
    : clockWords(time, context);
