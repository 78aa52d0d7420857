import type { BodyNode } from '../../../document/template.ts';
import type { DateStyle } from './rowTimes.ts';

/** How a timeline is laid out in the text: a table, or a list whose items begin with their time. */
export interface TimelineWritten {
  readonly layout: 'table' | 'list';
  readonly dates: DateStyle;
  /** Of a list: whether the time is bold, what follows it inside the bold, and what parts it from the event. */
  readonly bold: boolean;
  readonly tail: string;
  readonly gap: string;
  readonly ordered: boolean;
}

export const OUR_LIST: TimelineWritten = {
  layout: 'list',
  dates: 'change',
  bold: true,
  tail: '',
  gap: ' — ',
  ordered: false,
};

export const OUR_TABLE: TimelineWritten = { ...OUR_LIST, layout: 'table' };

const GAP = /^ *(?:[-–—:→]+|->)? +$/;
const TAIL = /^ *[:.,]?$/;

/** The `written` attribute of a timeline as data; null for a timeline of ours. */
export function readWritten(timeline: BodyNode): TimelineWritten | null {
  const text = timeline.attrs?.written;
  if (typeof text !== 'string' || text === '') return null;
  const [layout, dates, mark, end = '', gap = '', number] = text.split('|');
  return {
    layout: layout === 'list' ? 'list' : 'table',
    dates: dates === 'each' || dates === 'none' ? dates : 'change',
    bold: mark === 'bold',
    tail: mark === 'bold' && TAIL.test(end) ? end : '',
    gap: GAP.test(gap) ? gap : ' ',
    ordered: number === 'ordered',
  };
}

/** The `written` attribute that says so; null for `usual`. */
export function writtenText(written: TimelineWritten, usual: TimelineWritten): string | null {
  const text = ({ layout, dates, bold, tail, gap, ordered }: TimelineWritten): string =>
    layout === 'table'
      ? `table|${dates}`
      : ['list', dates, bold ? 'bold' : '', tail, gap, ordered ? 'ordered' : ''].join('|');
  return text(written) === text(usual) ? null : text(written);
}
