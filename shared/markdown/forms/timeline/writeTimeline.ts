import type { BodyNode } from '../../../document/template.ts';
import { NO_TIME, type RowTime } from '../../../time/rowTime.ts';
import { cellLine, fitsCell } from '../../blocks/pipeTable.ts';
import { hardBreak, softBreak } from '../../inline/inlineNodes.ts';
import { statesZone } from '../../sections/zoneInBlock.ts';
import { lineOf, tableOf } from '../cells.ts';
import { firstLine, joinLine, type Lead, plain, withLead } from '../lead.ts';
import { inColumns, isTimeHead, partDay } from './dayColumn.ts';
import { rowLeads } from './rowLeads.ts';
import { sourceOf, writtenEvent } from './rowParts.ts';
import { type TimeContext, timeOfAttrs } from './rowTimes.ts';
import { isUntimed, keepsLead, leadOf } from './timedLead.ts';
import { type LeadStyle, OUR_LIST, OUR_TABLE, readWritten, type TimelineWritten } from './timelineWritten.ts';
import { writeTimes } from './writeTimes.ts';

export const TIME_LABEL = 'Time (UTC)';
export const EVENT_LABEL = 'Event';
export const SOURCE_LABEL = 'Source / link';

/**
 * A row as it is written: its time as text and as it is shown, how that is set apart where it is at all, its
 * event and its source.
 */
interface WrittenRow {
  readonly time: string;
  readonly shown: string;
  readonly lead: LeadStyle | null;
  readonly event: readonly BodyNode[];
  readonly source: readonly BodyNode[];
}

/** How the time of a row, told by its place, is shown that would be written as `written`. */
export type ShowTime = (written: string, time: RowTime, row: number) => string;

/** The table or list that a timeline is written as, and what it leaves to the text after it. */
export function writeTimeline(
  timeline: BodyNode,
  context: TimeContext,
  show: ShowTime = (written) => written,
): { readonly block: BodyNode; readonly context: TimeContext } {
  const asWritten = readWritten(timeline) ?? OUR_TABLE;
  const nodes = timeline.content ?? [];
  if (asWritten.layout === 'table' && nodes.every(fitsTable)) {
    const { rows, after } = writtenRows(nodes, asWritten, inHeads(timeline, asWritten.day, context), show);
    return {
      block: writeTable(timeline, rows, asWritten.day),
      context: { ...after, statedZone: context.statedZone },
    };
  }
  const { rows, after } = writtenRows(nodes, asWritten, context, show);
  const led = asWritten.layout === 'list' ? withBareRows(rows) : rows;
  const keeps =
    asWritten.layout !== 'table' &&
    led.every(({ time, lead, event }) => lead === null || keepsLead(time, event, lead, context));
  const block =
    keeps && asWritten.layout !== 'list' && rows.length > 1 && rows.every(fitsLine)
      ? writeLines(rows, asWritten)
      : keeps
        ? writeList(led, asWritten.ordered)
        : writeList(
            rows.map((row) => ({ ...row, lead: OUR_LIST })),
            false,
          );
  return { block, context: after };
}

function writtenRows(
  nodes: readonly BodyNode[],
  written: TimelineWritten,
  start: TimeContext,
  show: ShowTime,
): { readonly rows: readonly WrittenRow[]; readonly after: TimeContext } {
  const times = nodes.map(({ attrs = {} }) => timeOfAttrs(attrs));
  const events = nodes.map(writtenEvent);
  const { texts, after } = writeTimes(times, events, written.dates, start);
  const leads = rowLeads(times, written, written.others);
  const rows = nodes.map((row, at): WrittenRow => {
    const time = texts[at] ?? '';
    return {
      time,
      shown: show(time, times[at] ?? NO_TIME, at),
      lead: leads[at] ?? written,
      event: events[at] ?? [],
      source: sourceOf(row),
    };
  });
  return { rows, after };
}

const fitsTable = (row: BodyNode): boolean =>
  cellLine(writtenEvent(row)) !== null && sourceOf(row).every(fitsCell);

/** The zone in its heads holds for a table. */
function inHeads({ attrs = {} }: BodyNode, day: string | null, context: TimeContext): TimeContext {
  const { timeLabel, eventLabel, sourceLabel } = attrs;
  const head = (label: unknown, ours: string): string => (typeof label === 'string' ? label : ours);
  const others = [head(eventLabel, EVENT_LABEL), head(sourceLabel, SOURCE_LABEL)];
  return inColumns({ day, time: head(timeLabel, TIME_LABEL), others }, context);
}

function writeTable(
  { attrs = {} }: BodyNode,
  rows: readonly WrittenRow[],
  dayLabel: string | null,
): BodyNode {
  const { timeLabel, eventLabel, sourceLabel } = attrs;
  const label = (value: unknown, ours: string): readonly BodyNode[] =>
    lineOf(typeof value === 'string' ? value : ours);
  const hasSource = sourceLabel !== '' || rows.some(({ source }) => source.length > 0);
  const hasDays = dayLabel !== null && isTimeHead(typeof timeLabel === 'string' ? timeLabel : TIME_LABEL);
  const head = [
    ...(hasDays ? [lineOf(dayLabel)] : []),
    label(timeLabel, TIME_LABEL),
    label(eventLabel, EVENT_LABEL),
  ];
  const sourceHead = label(sourceLabel === '' ? null : sourceLabel, SOURCE_LABEL);
  return tableOf([
    hasSource ? [...head, sourceHead] : head,
    ...rows.map(({ shown, event, source }) => {
      const cells = [...(hasDays ? partDay(shown) : [shown]).map(lineOf), cellLine(event) ?? []];
      return hasSource ? [...cells, source] : cells;
    }),
  ]);
}

/** Rows without a time between others, and one in front that states the zone of all, have no lead, as long as they are not taken for one that has. */
function withBareRows(rows: readonly WrittenRow[]): readonly WrittenRow[] {
  const isTimed = ({ time }: WrittenRow): boolean => time !== '';
  return rows.map((row, at) => {
    const isAmong = (at > 0 || statesZone(row.event)) && rows.slice(at + 1).some(isTimed);
    return isAmong && !isTimed(row) && isUntimed(row.event) ? { ...row, lead: null } : row;
  });
}

const leadOfRow = ({ shown, lead }: WrittenRow): Lead =>
  lead === null ? [] : leadOf(shown === '' ? '??' : shown, lead);

function writeList(rows: readonly WrittenRow[], ordered: boolean): BodyNode {
  return {
    type: ordered ? 'orderedList' : 'bulletList',
    ...(ordered ? { attrs: { start: 1 } } : {}),
    content: rows.map((row) => ({
      type: 'listItem',
      content: [
        ...withLead(leadOfRow(row), row.event),
        ...(row.source.length === 0
          ? []
          : [{ type: 'paragraph', content: joinLine([plain(SOURCE_LEAD)], row.source) }]),
      ],
    })),
  };
}

/** Whether a row is a line of a paragraph: one paragraph of its own, without breaks and source. */
function fitsLine({ event: [first, ...others], source }: WrittenRow): boolean {
  const isLine = first === undefined || first.type === 'paragraph';
  const breaks = (first?.content ?? []).some(({ type }) => type === 'hardBreak');
  return isLine && !breaks && others.length === 0 && source.length === 0;
}

function writeLines(rows: readonly WrittenRow[], style: TimelineWritten): BodyNode {
  const lineEnd = style.layout === 'lines' ? softBreak : hardBreak;
  const lines = rows.map((row) => firstLine(withLead(leadOfRow(row), row.event)));
  return {
    type: 'paragraph',
    content: lines.flatMap((line, at) => (at === 0 ? line : [lineEnd, ...line])),
  };
}

export const SOURCE_LEAD = 'Source: ';
