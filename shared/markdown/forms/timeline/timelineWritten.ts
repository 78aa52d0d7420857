import type { BodyNode } from '../../../document/template.ts';
import { isDayHead } from './dayColumn.ts';
import type { DateStyle } from './rowTimes.ts';

/**
 * A table, a list whose items begin with their time, or such lines of one paragraph: parted by line ends
 * alone, or by line breaks.
 */
const LAYOUTS = ['table', 'list', 'lines', 'breaks'] as const;

/** How a timeline is laid out in the text. */
export interface TimelineWritten {
  readonly layout: (typeof LAYOUTS)[number];
  readonly dates: DateStyle;
  /** Of a table: the head of a column of days in front of the times; null where there is none. */
  readonly day: string | null;
  /** Of all but a table: the mark that the time has, what follows it inside the mark, and what parts it from the event. */
  readonly mark: LeadMark | null;
  readonly tail: string;
  readonly gap: string;
  readonly ordered: boolean;
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
};

export const OUR_TABLE: TimelineWritten = { ...OUR_LIST, layout: 'table' };

const GAP = /^[ \u00a0\u202f]*(?:[-–—:;|→]+|[,.]|[-=]>)? +$/;
const TAIL = /^ *[:.,]?$/;
const LIST = /^(list|lines|breaks)\|(\w*)\|(\w*)\|([^|]*)\|(.*)\|(ordered)?$/;

/** Whether what parts a time from its event can be told in a timeline's `written` attribute. */
export const isWritable = ({ tail, gap }: Pick<TimelineWritten, 'tail' | 'gap'>): boolean =>
  TAIL.test(tail) && GAP.test(gap);

/** The `written` attribute of a timeline as data; null for a timeline of ours. */
export function readWritten(timeline: BodyNode): TimelineWritten | null {
  const text = timeline.attrs?.written;
  if (typeof text !== 'string' || text === '') return null;
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
  };
}

function tableWritten(text: string): TimelineWritten {
  const [, dates, day = ''] = text.split('|');
  return { ...OUR_TABLE, dates: datesOf(dates), day: isDayHead(day) ? day : null };
}

const datesOf = (text: string | undefined): DateStyle =>
  text === 'each' || text === 'none' ? text : 'change';

/** The `written` attribute that says so; null for `usual`. */
export function writtenText(written: TimelineWritten, usual: TimelineWritten): string | null {
  const text = ({ layout, dates, day, mark, tail, gap, ordered }: TimelineWritten): string =>
    layout === 'table'
      ? ['table', dates, ...(day === null ? [] : [day])].join('|')
      : [layout, dates, mark ?? '', tail, gap, ordered ? 'ordered' : ''].join('|');
  return text(written) === text(usual) ? null : text(written);
}
