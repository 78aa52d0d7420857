import type { BodyNode } from '../../../document/template.ts';
import { isDayHead } from './dayColumn.ts';
import type { DateStyle } from './rowTimes.ts';

/**
 * A table, a list whose items begin with their time, or such lines of one paragraph: parted by line ends
 * alone, or by line breaks.
 */
const LAYOUTS = ['table', 'list', 'lines', 'breaks'] as const;

/** How a time in front of an event is set apart from it. */
export interface LeadStyle {
  readonly mark: LeadMark | null;
  /** What follows the time inside the mark. */
  readonly tail: string;
  /** What parts it from the event. */
  readonly gap: string;
}

/** A row that is written in another way than the others of its timeline; `row` is its name in rowLeads.ts. */
export interface RowLead {
  readonly row: string;
  readonly style: LeadStyle;
}

/** How a timeline is laid out in the text; all but a table with leads in front of the events. */
export interface TimelineWritten extends LeadStyle {
  readonly layout: (typeof LAYOUTS)[number];
  readonly dates: DateStyle;
  /** Of a table: the head of a column of days in front of the times; null where there is none. */
  readonly day: string | null;
  readonly ordered: boolean;
  /** The rows with another lead. */
  readonly others: readonly RowLead[];
}

/** How a time in front of an event can be set apart from it. */
export const LEAD_MARKS = ['bold', 'italic', 'code'] as const;
export type LeadMark = (typeof LEAD_MARKS)[number];

export const OUR_LIST: TimelineWritten = {
  layout: 'list',
  dates: 'change',
  day: null,
  mark: 'bold',
  tail: '',
  gap: ' — ',
  ordered: false,
  others: [],
};

export const OUR_TABLE: TimelineWritten = { ...OUR_LIST, layout: 'table' };

const GAP = /^[ \u00a0\u202f]*(?:[-–—:;|→]+|[,.]|[-=]>)? +$/;
const TAIL = /^ *[:.,]?$/;
const LIST = /^(list|lines|breaks)\|(\w*)\|(\w*)\|([^|]*)\|(.*)\|(ordered)?$/;

/** Whether what parts a time from its event can be told in a timeline's `written` attribute. */
export const isWritable = ({ tail, gap }: LeadStyle): boolean => TAIL.test(tail) && GAP.test(gap);

/** The `written` attribute of a timeline as data; null for a timeline of ours. */
export function readWritten(timeline: BodyNode): TimelineWritten | null {
  const text = timeline.attrs?.written;
  if (typeof text !== 'string' || text === '') return null;
  return text.startsWith('[') ? mixedWritten(text) : evenWritten(text);
}

function evenWritten(text: string): TimelineWritten {
  const [, name, dates, marked, tail = '', gap = '', number] = LIST.exec(text) ?? [];
  const layout = LAYOUTS.find((other) => other === name);
  if (layout === undefined) return tableWritten(text);
  const mark = LEAD_MARKS.find((other) => other === marked) ?? null;
  return {
    layout,
    dates: datesOf(dates),
    day: null,
    mark,
    tail: mark !== null && TAIL.test(tail) ? tail : '',
    gap: GAP.test(gap) ? gap : ' ',
    ordered: number === 'ordered',
    others: [],
  };
}

/** `[the usual way, [row, mark, tail, gap], ...]`. */
function mixedWritten(text: string): TimelineWritten {
  let parts: readonly unknown[] = [];
  try {
    parts = JSON.parse(text) as readonly unknown[];
  } catch {
    // Not ours after all: our own way is as good.
  }
  const [usual, ...others] = parts;
  const written = typeof usual === 'string' ? evenWritten(usual) : OUR_TABLE;
  return { ...written, others: written.layout === 'table' ? [] : others.flatMap(rowLeadIn) };
}

function rowLeadIn(value: unknown): readonly RowLead[] {
  if (!Array.isArray(value)) return [];
  const [row, marked, tail, gap] = value as readonly unknown[];
  if (typeof row !== 'string' || typeof tail !== 'string' || typeof gap !== 'string') return [];
  const style = { mark: LEAD_MARKS.find((other) => other === marked) ?? null, tail, gap };
  return isWritable(style) && (style.mark !== null || tail === '') ? [{ row, style }] : [];
}

function tableWritten(text: string): TimelineWritten {
  const [, dates, day = ''] = text.split('|');
  return { ...OUR_TABLE, dates: datesOf(dates), day: isDayHead(day) ? day : null };
}

const datesOf = (text: string | undefined): DateStyle =>
  text === 'each' || text === 'none' ? text : 'change';

/** The `written` attribute that says so; null for `usual`. */
export function writtenText(written: TimelineWritten, usual: TimelineWritten): string | null {
  const text = textOf(written);
  return text === textOf(usual) ? null : text;
}

function textOf({ layout, dates, day, mark, tail, gap, ordered, others }: TimelineWritten): string {
  if (layout === 'table') return ['table', dates, ...(day === null ? [] : [day])].join('|');
  const even = [layout, dates, mark ?? '', tail, gap, ordered ? 'ordered' : ''].join('|');
  const apart = others.map(({ row, style }) => [row, style.mark ?? '', style.tail, style.gap]);
  return apart.length === 0 ? even : JSON.stringify([even, ...apart]);
}
