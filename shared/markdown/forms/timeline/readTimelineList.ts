import type { BodyNode } from '../../../document/template.ts';
import { cellLine, fitsCell } from '../../blocks/pipeTable.ts';
import { isSoftBreak } from '../../inline/inlineNodes.ts';
import { node, notedAttrs } from '../attrs.ts';
import type { FormContext } from '../formContext.ts';
import { blocksAfterLead, boldStart, firstLine, type Lead, lineAfterLead, plain } from '../lead.ts';
import { type Look, lookOf } from '../noted.ts';
import { chosenDates, notedDates, settledAsWritten } from './dateStyle.ts';
import { type FoundTimeline, TIMELINE_ATTRS } from './readTimeline.ts';
import { buildRow } from './rowParts.ts';
import { readTime, type TimeContext } from './rowTimes.ts';
import { type LeadStyle, leadIn, leadOf } from './timedLead.ts';
import { OUR_LIST, OUR_TABLE, type TimelineWritten, writtenText } from './timelineWritten.ts';
import { SOURCE_LEAD } from './writeTimeline.ts';

/** An item's time, the blocks after it, and how the two are parted. */
interface TimedItem {
  readonly time: string;
  readonly event: readonly BodyNode[];
  readonly source: readonly BodyNode[];
  /** The event as it is when a last paragraph that begins with `Source:` belongs to it. */
  readonly whole: readonly BodyNode[];
  readonly style: LeadStyle;
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
  return timelineOfItems(list.content ?? [], { layout: 'list', ordered }, context);
}

/** A paragraph whose lines all begin with times, written alike, as a timeline; null for every other one. */
export function readTimelineLines(paragraph: BodyNode, context: FormContext): FoundTimeline | null {
  const lines = paragraph.type === 'paragraph' ? linesOf(paragraph.content ?? []) : null;
  if (lines === null) return null;
  const items = lines.content.map((content) => ({
    type: 'listItem',
    content: [{ type: 'paragraph', content }],
  }));
  const isTimed = timedItems(items, context).length === items.length;
  return isTimed ? timelineOfItems(items, { layout: lines.layout, ordered: false }, context) : null;
}

/** The lines of a paragraph that has two at least, and how they are to be parted; null for one line. */
function linesOf(
  line: readonly BodyNode[],
): { readonly layout: 'lines' | 'breaks'; readonly content: readonly (readonly BodyNode[])[] } | null {
  const breaks = line.filter(({ type }) => type === 'hardBreak');
  if (breaks.length === 0) return null;
  const content: BodyNode[][] = [[]];
  for (const node of line) {
    if (node.type === 'hardBreak') content.push([]);
    else content.at(-1)?.push(node);
  }
  return { layout: breaks.every(isSoftBreak) ? 'lines' : 'breaks', content };
}

function timelineOfItems(
  items: readonly BodyNode[],
  layout: Pick<TimelineWritten, 'layout' | 'ordered'>,
  context: FormContext,
): FoundTimelineList | null {
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
  const written: TimelineWritten = { ...layout, dates, day: null, ...first.style };
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
  const style = styleOf(items, context);
  const timed: TimedItem[] = [];
  let { times } = context;
  for (const { content = [] } of items) {
    const item = style === null ? null : timedItem(content, times, style);
    if (item === null) break;
    times = readTime(item.time, times)?.context ?? times;
    timed.push(item);
  }
  // A later item with a time, be it set apart in another way, would be a timeline of its own when read again.
  const resumes = items.slice(timed.length).some(({ content = [] }) => leadIn(content, times) !== null);
  return resumes ? [] : timed;
}

/** How the items are written: as the first one is of which something parts its time from its event. */
function styleOf(items: readonly BodyNode[], { times }: FormContext): LeadStyle | null {
  const styles = items.flatMap(({ content = [] }) => leadIn(content, times)?.style ?? []);
  return styles.find(({ gap, tail }) => `${gap}${tail}`.trim() !== '') ?? styles[0] ?? null;
}

function timedItem(content: readonly BodyNode[], times: TimeContext, style: LeadStyle): TimedItem | null {
  const found = leadIn(content, times);
  const parts = found === null ? null : partsOf(content, leadOf(found.time, style));
  return found === null || parts === null ? null : { time: found.time, ...parts, style };
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
