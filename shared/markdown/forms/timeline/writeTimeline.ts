import type { BodyNode } from '../../../document/template.ts';
import { cellLine, fitsCell } from '../../blocks/pipeTable.ts';
import { hardBreak, softBreak } from '../../inline/inlineNodes.ts';
import { zoneStatedIn } from '../../sections/statedZones.ts';
import { lineOf, tableOf } from '../cells.ts';
import { firstLine, joinLine, plain, withLead } from '../lead.ts';
import { partDay, TIME_HEAD } from './dayColumn.ts';
import { sourceOf, writtenEvent } from './rowParts.ts';
import { readAnyTime, type TimeContext, timeOfAttrs, writeTime } from './rowTimes.ts';
import { keepsLead, leadOf } from './timedLead.ts';
import { OUR_LIST, OUR_TABLE, readWritten, type TimelineWritten } from './timelineWritten.ts';

export const TIME_LABEL = 'Time (UTC)';
export const EVENT_LABEL = 'Event';
export const SOURCE_LABEL = 'Source / link';

/** A row as it is written: its time as text, its event and its source. */
interface WrittenRow {
  readonly time: string;
  readonly event: readonly BodyNode[];
  readonly source: readonly BodyNode[];
}

/** The table or list that a timeline is written as, and what it leaves to the text after it. */
export function writeTimeline(
  timeline: BodyNode,
  context: TimeContext,
): { readonly block: BodyNode; readonly context: TimeContext } {
  const asWritten = readWritten(timeline) ?? OUR_TABLE;
  const nodes = timeline.content ?? [];
  if (asWritten.layout === 'table' && nodes.every(fitsTable)) {
    const { rows, after } = writtenRows(nodes, asWritten, inColumn(timeline, context));
    return {
      block: writeTable(timeline, rows, asWritten.day),
      context: { ...after, statedZone: context.statedZone },
    };
  }
  const { rows, after } = writtenRows(nodes, asWritten, context);
  const keeps =
    asWritten.layout !== 'table' &&
    rows.every(({ time, event }) => keepsLead(time, event, asWritten, context));
  const block =
    keeps && asWritten.layout !== 'list' && rows.length > 1 && rows.every(fitsLine)
      ? writeLines(rows, asWritten)
      : writeList(rows, keeps ? asWritten : OUR_LIST);
  return { block, context: after };
}

function writtenRows(
  nodes: readonly BodyNode[],
  { dates }: TimelineWritten,
  start: TimeContext,
): { readonly rows: readonly WrittenRow[]; readonly after: TimeContext } {
  let context = start;
  const rows = nodes.map((row): WrittenRow => {
    const time = writeTime(timeOfAttrs(row.attrs ?? {}), dates, context);
    context = readAnyTime(time, context).context;
    return { time, event: writtenEvent(row), source: sourceOf(row) };
  });
  return { rows, after: context };
}

const fitsTable = (row: BodyNode): boolean =>
  cellLine(writtenEvent(row)) !== null && sourceOf(row).every(fitsCell);

/** The zone in the head of the times' column holds for a table. */
function inColumn({ attrs }: BodyNode, context: TimeContext): TimeContext {
  const label = attrs?.timeLabel;
  const zone = zoneStatedIn(typeof label === 'string' ? label : TIME_LABEL);
  return zone === null ? context : { ...context, statedZone: zone === 'UTC' ? null : zone };
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
  const hasDays = dayLabel !== null && TIME_HEAD.test(typeof timeLabel === 'string' ? timeLabel : TIME_LABEL);
  const head = [
    ...(hasDays ? [lineOf(dayLabel)] : []),
    label(timeLabel, TIME_LABEL),
    label(eventLabel, EVENT_LABEL),
  ];
  const sourceHead = label(sourceLabel === '' ? null : sourceLabel, SOURCE_LABEL);
  return tableOf([
    hasSource ? [...head, sourceHead] : head,
    ...rows.map(({ time, event, source }) => {
      const cells = [...(hasDays ? partDay(time) : [time]).map(lineOf), cellLine(event) ?? []];
      return hasSource ? [...cells, source] : cells;
    }),
  ]);
}

function writeList(rows: readonly WrittenRow[], style: TimelineWritten): BodyNode {
  return {
    type: style.ordered ? 'orderedList' : 'bulletList',
    ...(style.ordered ? { attrs: { start: 1 } } : {}),
    content: rows.map(({ time, event, source }) => ({
      type: 'listItem',
      content: [
        ...withLead(leadOf(time === '' ? '??' : time, style), event),
        ...(source.length === 0
          ? []
          : [{ type: 'paragraph', content: joinLine([plain(SOURCE_LEAD)], source) }]),
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
  const lines = rows.map(({ time, event }) => firstLine(withLead(leadOf(time, style), event)));
  return {
    type: 'paragraph',
    content: lines.flatMap((line, at) => (at === 0 ? line : [lineEnd, ...line])),
  };
}

export const SOURCE_LEAD = 'Source: ';
