import type { BodyNode } from '../../../document/template.ts';
import type { DateStyle } from './rowTimes.ts';

/** How a timeline is laid out in the text: a table, or a list whose items begin with their time. */
export interface TimelineWritten {
  readonly layout: 'table' | 'list';
  readonly dates: DateStyle;
  /** Of a list: the mark that the time has, what follows it inside the mark, and what parts it from the event. */
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
  mark: 'bold',
  tail: '',
  gap: ' — ',
  ordered: false,
};

export const OUR_TABLE: TimelineWritten = { ...OUR_LIST, layout: 'table' };

const GAP = /^ *(?:[-–—:;|→]+|[,.]|[-=]>)? +$/;
const TAIL = /^ *[:.,]?$/;
const LIST = /^list\|(\w*)\|(\w*)\|([^|]*)\|(.*)\|(ordered)?$/;

/** Whether what parts a time from its event can be told in a timeline's `written` attribute. */
export const isWritable = ({ tail, gap }: Pick<TimelineWritten, 'tail' | 'gap'>): boolean =>
  TAIL.test(tail) && GAP.test(gap);

/** The `written` attribute of a timeline as data; null for a timeline of ours. */
export function readWritten(timeline: BodyNode): TimelineWritten | null {
  const text = timeline.attrs?.written;
  if (typeof text !== 'string' || text === '') return null;
  const [, dates, marked, tail = '', gap = '', number] = LIST.exec(text) ?? [];
  if (dates === undefined) return { ...OUR_TABLE, dates: datesOf(text.split('|')[1]) };
  const mark = LEAD_MARKS.find((other) => other === marked) ?? null;
  return {
    layout: 'list',
    dates: datesOf(dates),
    mark,
    tail: mark !== null && TAIL.test(tail) ? tail : '',
    gap: GAP.test(gap) ? gap : ' ',
    ordered: number === 'ordered',
  };
}

const datesOf = (text: string | undefined): DateStyle =>
  text === 'each' || text === 'none' ? text : 'change';

/** The `written` attribute that says so; null for `usual`. */
export function writtenText(written: TimelineWritten, usual: TimelineWritten): string | null {
  const text = ({ layout, dates, mark, tail, gap, ordered }: TimelineWritten): string =>
    layout === 'table'
      ? `table|${dates}`
      : ['list', dates, mark ?? '', tail, gap, ordered ? 'ordered' : ''].join('|');
  return text(written) === text(usual) ? null : text(written);
}
