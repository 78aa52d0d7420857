import type { BodyNode } from '../../../document/template.ts';
import { NO_TIME } from '../../../time/rowTime.ts';
import { cellLine, fitsCell } from '../../blocks/pipeTable.ts';
import { isSoftBreak } from '../../inline/inlineNodes.ts';
import { statesZone } from '../../sections/zoneInBlock.ts';
import { node, notedAttrs } from '../attrs.ts';
import type { FormContext } from '../formContext.ts';
import { blocksAfterLead, type Lead, lineAfterLead, plain } from '../lead.ts';
import { type Look, lookOf } from '../noted.ts';
import { notedDates, notedDay, settleTimes } from './dateStyle.ts';
import { type FoundTimeline, TIMELINE_ATTRS } from './readTimeline.ts';
import { leadsApart } from './rowLeads.ts';
import { buildRow } from './rowParts.ts';
import { readTime, type TimeContext } from './rowTimes.ts';
import { isUntimed, leadIn, leadOf, lookOfLead, looksSame, ownLeadIn, type TimedLead } from './timedLead.ts';
import { type LeadStyle, OUR_LIST, OUR_TABLE, type TimelineWritten, writtenText } from './timelineWritten.ts';
import { SOURCE_LEAD } from './writeTimeline.ts';

/** An item's time, empty where it has none, the blocks after it, and how the two are parted. */
interface TimedItem {
  readonly time: string;
  readonly event: readonly BodyNode[];
  readonly source: readonly BodyNode[];
  /** The event as it is when a last paragraph that begins with `Source:` belongs to it. */
  readonly whole: readonly BodyNode[];
  /** Null where there is no time. */
  readonly style: LeadStyle | null;
}

/** A timeline out of a list, and the items at the list's end that have no time. */
export interface FoundTimelineList extends FoundTimeline {
  readonly others: readonly BodyNode[];
}

/**
 * A list whose items begin with times as a timeline; null for every other list. Fewer items without a time may
 * stand between them, and one in front that states the zone of all, which are rows without one, and any number at
 * its end, which are left over.
 */
export function readTimelineList(list: BodyNode, context: FormContext): FoundTimelineList | null {
  const ordered = list.type === 'orderedList';
  if ((list.type !== 'bulletList' && !ordered) || (ordered && list.attrs?.start !== 1)) return null;
  return timelineOfItems(list.content ?? [], { layout: 'list', ordered }, context);
}

/** A paragraph whose lines all begin with times as a timeline; null for every other one. */
export function readTimelineLines(paragraph: BodyNode, context: FormContext): FoundTimeline | null {
  const lines = paragraph.type === 'paragraph' ? linesOf(paragraph.content ?? []) : null;
  if (lines === null) return null;
  const items = lines.content.map((content) => ({
    type: 'listItem',
    content: [{ type: 'paragraph', content }],
  }));
  const timed = timedItems(items, context);
  const isTimed = timed.length === items.length && timed.every(({ time }) => time !== '');
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
  if (timed.length === 0) return null;
  const isTimeline = context.forced || context.isTimeline;
  const isWhole = layout.layout === 'list' && timed.length === items.length;
  if (!isTimeline && !(isWhole && standsAlone(timed, context))) return null;

  const looks: Look[] = timed.map(({ time, event }) => lookOf(event, time));
  const note = context.notes.take('timelines', looks[0] ?? { text: '' })?.note;
  const assigned = looks.map((look) => context.notes.take('rows', look));
  const timeTexts = {
    texts: timed.map(({ time }) => time),
    events: timed.map(({ event }) => event),
    days: assigned.map(notedDay),
    gone: context.notes.gone('rows'),
  };
  const settled = settleTimes(timeTexts, notedDates(note), context.times);
  const usual = usualStyle(timed);
  const leads = timed.map(({ style }) => style ?? usual);
  const written: TimelineWritten = {
    ...layout,
    dates: settled.dates,
    day: null,
    ...usual,
    others: leadsApart(settled.times, usual, leads),
  };
  const rows = timed.map(({ event, source, whole }, at) => {
    const parts = assigned[at]?.note.source === false ? { event: whole, source: [] } : { event, source };
    return buildRow({ time: settled.times[at] ?? NO_TIME, ...parts }, assigned[at]);
  });
  const needsList = timed.some(({ event, source }) => cellLine(event) === null || !source.every(fitsCell));
  const attrs = { written: writtenText(written, needsList ? OUR_LIST : OUR_TABLE) };
  return {
    node: node('timeline', notedAttrs(attrs, note, TIMELINE_ATTRS), rows),
    times: settled.context,
    onNotedDay: settled.onNotedDay,
    others: items.slice(timed.length),
  };
}

/** Whether a list outside the timeline is one: two items at least, all with a time, under a heading that says so. */
const standsAlone = (timed: readonly TimedItem[], { saysTimeline }: FormContext): boolean =>
  saysTimeline && timed.length > 1 && timed.every(({ time }) => time !== '');

function timedItems(items: readonly BodyNode[], { times, forced }: FormContext): readonly TimedItem[] {
  const leads = leadsIn(items, times);
  const last = leads.reduce((found, lead, at) => (lead === null ? found : at), -1);
  const among = leads.slice(0, last + 1);
  const rows = among.slice(statesZone(items[0]?.content ?? []) ? 1 : 0);
  const untimed = rows.filter((lead) => lead === null).length;
  const isTimed = rows[0] !== null && (forced || untimed * 2 < rows.length);
  const usual = usualStyle(among.flatMap((lead) => lead ?? []));
  const timed = among.map((lead, at) => timedItem(items[at]?.content ?? [], lead, usual));
  return isTimed && !timed.includes(null) ? (timed as TimedItem[]) : [];
}

/** What each item begins with, each time in the context of those before it. */
function leadsIn(items: readonly BodyNode[], start: TimeContext): readonly (TimedLead | null)[] {
  let times = start;
  return items.map(({ content = [] }) => {
    const lead = leadIn(content, times);
    times = lead === null ? times : (readTime(lead.time, times)?.context ?? times);
    return lead;
  });
}

/** The way in which most are written; of several, one in which something parts the time from the event. */
function usualStyle(leads: readonly { readonly style: LeadStyle | null }[]): LeadStyle {
  const styles = leads.flatMap(({ style }) => style ?? []);
  const alike = new Map<string, number>();
  for (const style of styles) alike.set(lookOfLead(style), (alike.get(lookOfLead(style)) ?? 0) + 1);
  const isParted = ({ gap, tail }: LeadStyle): boolean => `${gap}${tail}`.trim() !== '';
  const most = Math.max(0, ...alike.values());
  const usual = styles.filter((style) => alike.get(lookOfLead(style)) === most);
  const { mark, tail, gap } = usual.find(isParted) ?? usual[0] ?? OUR_LIST;
  return { mark, tail, gap };
}

/** An item as a row; null where its time, or what looks like one, cannot be parted from it. */
function timedItem(content: readonly BodyNode[], lead: TimedLead | null, usual: LeadStyle): TimedItem | null {
  if (lead === null && !isUntimed(content)) return null;
  const time = lead?.time ?? '';
  const own = lead?.style ?? null;
  const styles = own !== null && looksSame(own, usual) ? [usual, own] : [own];
  for (const style of styles) {
    const parts = partsOf(content, style === null ? [] : (lead?.asFound ?? leadOf(time, style)));
    if (parts !== null) return { time, ...parts, style };
  }
  return null;
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
    const time = ownLeadIn(content);
    const parts = time === null ? null : partsOf(content, leadOf(time, OUR_LIST));
    return time === null || parts === null ? null : { time, ...parts, style: OUR_LIST };
  });
  return timed.includes(null) ? [] : (timed as TimedItem[]);
}
