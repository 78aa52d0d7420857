import type { BodyNode } from '../../../document/template.ts';
import { NO_TIME } from '../../../time/rowTime.ts';
import { node, notedAttrs } from '../attrs.ts';
import { type Lines, linesOf, tidy, wordsOf } from '../cells.ts';
import type { FormContext } from '../formContext.ts';
import { lookOf } from '../noted.ts';
import { notedDates, notedDay, settleTimes } from './dateStyle.ts';
import { inColumns, isOffsetHead, isTimeHead, isZoneHead, joinDays } from './dayColumn.ts';
import { buildRow } from './rowParts.ts';
import { readTime, type TimeContext } from './rowTimes.ts';
import { OUR_TABLE, writtenText } from './timelineWritten.ts';
import { EVENT_LABEL, SOURCE_LABEL, TIME_LABEL } from './writeTimeline.ts';

/** A form that was found, and what it says of times to what follows it. */
export interface FoundTimeline {
  readonly node: BodyNode;
  readonly times: TimeContext;
  /** The places of the rows that are on a noted day and not on the one that the text above them gives. */
  readonly onNotedDay: readonly number[];
}

const SOURCE_HEAD =
  /\b(?:source|sources|link|links|references?|refs?|evidence|proof|quellen?|liens?|fuentes?|fontes?)\b/i;

/**
 * A table of times and events, and of their sources where it has a third column, as a timeline; null for
 * every other table, and for one whose columns would not come out as they went in.
 */
export function readTimelineTable(table: BodyNode, outer: FormContext): FoundTimeline | null {
  const written = linesOf(table);
  const days = written === null ? null : joinDays(written);
  const lines = days?.lines ?? written;
  const context = withHeadZone(lines, days?.day ?? null, outer);
  const times = lines === null ? null : timeWords(lines);
  if (lines === null || times === null) return null;
  if (!context.forced && !looksLikeTimeline(lines, times, context)) return null;
  const [head = [], ...body] = lines;
  const labels = head.map((cell) => tidy(wordsOf(cell) ?? ''));
  const looks = body.map((row, at) => lookOf([{ type: 'paragraph', content: row[1] ?? [] }], times[at]));
  const note = context.notes.take('timelines', looks[0] ?? { text: '' })?.note;
  const events = body.map(([, event = []]) =>
    event.length === 0 ? [] : [{ type: 'paragraph', content: event }],
  );
  const assigned = looks.map((look) => context.notes.take('rows', look));
  const settled = settleTimes(
    { texts: times, events, days: assigned.map(notedDay), gone: context.notes.gone('rows') },
    notedDates(note),
    context.times,
  );
  const rows = body.map(([, , source = []], at) =>
    buildRow({ time: settled.times[at] ?? NO_TIME, event: events[at] ?? [], source }, assigned[at]),
  );
  const attrs = {
    timeLabel: labels[0] === TIME_LABEL ? null : labels[0],
    eventLabel: labels[1] === EVENT_LABEL ? null : labels[1],
    sourceLabel: labels.length === 2 ? '' : labels[2] === SOURCE_LABEL ? null : labels[2],
    written: writtenText({ ...OUR_TABLE, dates: settled.dates, day: days?.day ?? null }, OUR_TABLE),
  };
  return {
    node: node('timeline', notedAttrs(attrs, note, TIMELINE_ATTRS), rows),
    times: { ...settled.context, statedZone: outer.times.statedZone },
    onNotedDay: settled.onNotedDay,
  };
}

export const TIMELINE_ATTRS = ['timeLabel', 'eventLabel', 'sourceLabel', 'written'] as const;

/** The zone in the heads holds for this table. */
function withHeadZone(lines: Lines | null, day: string | null, context: FormContext): FormContext {
  const [time = '', ...others] = (lines?.[0] ?? []).map((cell) => tidy(wordsOf(cell) ?? ''));
  return { ...context, times: inColumns({ day, time, others }, context.times) };
}

/** The words of the first column; null when a cell of it or a head holds more than words. */
function timeWords(lines: Lines): readonly string[] | null {
  const [head = [], ...body] = lines;
  if (head.length < 2 || head.length > 3 || body.length === 0) return null;
  if (head.some((cell) => wordsOf(cell) === null)) return null;
  const words = body.map((row) => wordsOf(row[0] ?? []));
  return words.includes(null) ? null : (words as string[]).map(tidy);
}

/**
 * Half of the times, and under a Timeline heading one, must be times, and the heads must be fitting words. Below a zone
 * alone half of them must be clocks, and one that may stand for something else, `EST`, must be under a Timeline heading.
 */
function looksLikeTimeline(lines: Lines, times: readonly string[], context: FormContext): boolean {
  const [head = []] = lines;
  const [time = '', , source = null] = head.map((cell) => wordsOf(cell) ?? '');
  if (!isTimeHead(time) || (source !== null && !SOURCE_HEAD.test(source))) return false;
  const readable = times.filter((text) => text !== '' && readTime(text, context.times) !== null);
  if (isZoneHead(time) && !context.isTimeline && !isOffsetHead(time)) return false;
  if (isZoneHead(time)) return readable.filter((text) => /\d:\d\d/.test(text)).length * 2 >= times.length;
  return context.isTimeline ? readable.length > 0 : readable.length * 2 >= times.length;
}
