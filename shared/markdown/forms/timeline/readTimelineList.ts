import type { BodyNode } from '../../../document/template.ts';
import { leadingTime } from '../../../time/leadingTime.ts';
import { cellLine, fitsCell } from '../../blocks/pipeTable.ts';
import { node, notedAttrs } from '../attrs.ts';
import type { FormContext } from '../formContext.ts';
import {
  blocksAfterLead,
  boldStart,
  firstLine,
  type Lead,
  lineAfterLead,
  plain,
  plainStart,
} from '../lead.ts';
import { type Look, lookOf } from '../noted.ts';
import { chosenDates, notedDates, settledAsWritten } from './dateStyle.ts';
import { type FoundTimeline, TIMELINE_ATTRS } from './readTimeline.ts';
import { buildRow } from './rowParts.ts';
import { readTime } from './rowTimes.ts';
import { OUR_LIST, OUR_TABLE, type TimelineWritten, writtenText } from './timelineWritten.ts';
import { leadOf, SOURCE_LEAD } from './writeTimeline.ts';

/** An item's time, the blocks after it, and how the two are parted. */
interface TimedItem {
  readonly time: string;
  readonly event: readonly BodyNode[];
  readonly source: readonly BodyNode[];
  /** The event as it is when a last paragraph that begins with `Source:` belongs to it. */
  readonly whole: readonly BodyNode[];
  readonly style: Pick<TimelineWritten, 'bold' | 'tail' | 'gap'>;
}

/** A timeline out of a list, and the items at the list's end that have no time. */
export interface FoundTimelineList extends FoundTimeline {
  readonly others: readonly BodyNode[];
}

/**
 * A list whose items begin with times, all written alike, as a timeline; null for every other list. Items
 * without a time may stand at its end, and are left over.
 */
export function readTimelineList(list: BodyNode, context: FormContext): FoundTimelineList | null {
  const ordered = list.type === 'orderedList';
  if ((list.type !== 'bulletList' && !ordered) || (ordered && list.attrs?.start !== 1)) return null;
  const items = list.content ?? [];
  const timed = context.forced ? itemsByNote(items, context) : timedItems(items, context);
  const [first] = timed;
  if (first === undefined || (!context.forced && !context.isTimeline)) return null;

  const looks: Look[] = timed.map(({ time, event }) => lookOf(event, time));
  const note = context.notes.take('timelines', looks[0] ?? { text: '' })?.note;
  const dates =
    notedDates(note) ??
    chosenDates(
      timed.map(({ time }) => time),
      context.times,
    );
  const written: TimelineWritten = { layout: 'list', dates, ...first.style, ordered };
  let times = context.times;
  const rows = timed.map(({ time, event, source, whole }, at) => {
    const read = settledAsWritten(time, written.dates, times);
    times = read.context;
    const assigned = context.notes.take('rows', looks[at] ?? { text: '' });
    const parts = assigned?.note.source === false ? { event: whole, source: [] } : { event, source };
    return buildRow({ time: read.time, ...parts }, assigned);
  });
  const needsList = timed.some(({ event, source }) => cellLine(event) === null || !source.every(fitsCell));
  const attrs = { written: writtenText(written, needsList ? OUR_LIST : OUR_TABLE) };
  return {
    node: node('timeline', notedAttrs(attrs, note, TIMELINE_ATTRS), rows),
    times,
    others: items.slice(timed.length),
  };
}

function timedItems(items: readonly BodyNode[], context: FormContext): readonly TimedItem[] {
  const timed: TimedItem[] = [];
  let times = context.times;
  for (const { content = [] } of items) {
    const item = timedItem(content, times, timed[0]?.style);
    const read = item === null ? null : readTime(item.time, times);
    if (item === null || read === null) break;
    times = read.context;
    timed.push(item);
  }
  const rest = items.slice(timed.length);
  const resumes = rest.some(({ content = [] }) => timedItem(content, times, timed[0]?.style) !== null);
  return resumes ? [] : timed;
}

const GAP = /^(?:\s*(?:[-–—:|→]+|->)\s+|\s+)/;
const TAIL = /\s*[:.,]?\s*$/;

function timedItem(
  content: readonly BodyNode[],
  context: FormContext['times'],
  style: TimedItem['style'] | undefined,
): TimedItem | null {
  const found = boldTime(content, context) ?? plainTime(content);
  if (found === null) return null;
  const wanted = style ?? found.style;
  const parts = partsOf(content, leadOf(found.time, { ...OUR_LIST, ...wanted }));
  return parts === null ? null : { time: found.time, ...parts, style: wanted };
}

/** The event and, from a last paragraph that begins with `Source:`, the source. */
function partsOf(content: readonly BodyNode[], lead: Lead): Omit<TimedItem, 'time' | 'style'> | null {
  const whole = blocksAfterLead(content, lead);
  const last = content.length > 1 ? content.at(-1) : undefined;
  const source = last?.type === 'paragraph' ? lineAfterLead(last.content ?? [], [plain(SOURCE_LEAD)]) : null;
  const event = source === null ? whole : blocksAfterLead(content.slice(0, -1), lead);
  if (whole === null || event === null) return null;
  return { event, source: source ?? [], whole };
}

function boldTime(
  content: readonly BodyNode[],
  context: FormContext['times'],
): Pick<TimedItem, 'time' | 'style'> | null {
  const line = firstLine(content);
  const text = boldStart(line);
  if (text === null) return null;
  const tail = TAIL.exec(text)?.[0] ?? '';
  const time = text.slice(0, text.length - tail.length);
  if (time === '' || readTime(time, context) === null) return null;
  const gap = GAP.exec(line[1]?.text ?? '')?.[0] ?? ' ';
  return { time, style: { bold: true, tail, gap } };
}

function plainTime(content: readonly BodyNode[]): Pick<TimedItem, 'time' | 'style'> | null {
  const text = plainStart(firstLine(content));
  const lead = text === null ? null : leadingTime(text);
  if (text === null || lead === null || !text.startsWith(lead.time)) return null;
  const gap = text.slice(lead.time.length, lead.restStart);
  return { time: lead.time, style: { bold: false, tail: '', gap: gap === '' ? ' ' : gap } };
}

/** The items of a list that is known to be a timeline: whatever stands in the place of the time is one. */
function itemsByNote(items: readonly BodyNode[], context: FormContext): readonly TimedItem[] {
  const natural = timedItems(items, context);
  if (natural.length === items.length) return natural;
  const timed = items.map(({ content = [] }): TimedItem | null => {
    const time = boldStart(firstLine(content));
    const parts = time === null ? null : partsOf(content, leadOf(time, OUR_LIST));
    return time === null || parts === null ? null : { time, ...parts, style: OUR_LIST };
  });
  return timed.includes(null) ? [] : (timed as TimedItem[]);
}
