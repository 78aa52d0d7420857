import type { BodyNode } from '../../../document/template.ts';
import { leadingTime } from '../../../time/leadingTime.ts';
import { bold, boldStart, firstLine, joinLine, type Lead, plain, plainStart } from '../lead.ts';
import { readTime, type TimeContext } from './rowTimes.ts';
import type { TimelineWritten } from './timelineWritten.ts';

/** How a list writes what stands in front of an event. */
export type LeadStyle = Pick<TimelineWritten, 'bold' | 'tail' | 'gap'>;

export interface TimedLead {
  readonly time: string;
  readonly style: LeadStyle;
}

const GAP = /^(?:\s*(?:[-–—:→]+|->)(?:\s+|$)|\s+)/;
const TAIL = /\s*[:.,]?\s*$/;

/** The time and what parts it from the event. */
export const leadOf = (time: string, { bold: isBold, tail, gap }: LeadStyle): Lead =>
  isBold ? [bold(`${time}${tail}`), plain(gap)] : [plain(`${time}${gap}`)];

/** The time that an item begins with, and how it is parted from what follows; null when there is none. */
export const leadIn = (content: readonly BodyNode[], times: TimeContext): TimedLead | null =>
  boldLead(firstLine(content), times) ?? plainLead(firstLine(content), times);

function boldLead(line: readonly BodyNode[], times: TimeContext): TimedLead | null {
  const text = boldStart(line);
  if (text === null) return null;
  const tail = TAIL.exec(text)?.[0] ?? '';
  const time = text.slice(0, text.length - tail.length);
  if (time === '' || readTime(time, times) === null) return null;
  return { time, style: { bold: true, tail, gap: closed(GAP.exec(line[1]?.text ?? '')?.[0] ?? '') } };
}

function plainLead(line: readonly BodyNode[], times: TimeContext): TimedLead | null {
  const text = plainStart(line);
  const lead = text === null ? null : leadingTime(text);
  if (text === null || lead === null || !text.startsWith(lead.time)) return null;
  if (readTime(lead.time, times) === null) return null;
  const gap = text.slice(lead.time.length, lead.restStart);
  return { time: lead.time, style: { bold: false, tail: '', gap: closed(gap) } };
}

/** A gap with the space at its end that an empty event loses. */
const closed = (gap: string): string => (/\s$/.test(gap) ? gap : `${gap} `);

/** Whether a time that is written in a style is found again, with an event behind it and without. */
export function keepsLead(time: string, style: LeadStyle, times: TimeContext): boolean {
  const lead = leadOf(time, style);
  return [[plain('x')], []].every((event) => {
    const line = joinLine(lead, event);
    const found = leadIn([{ type: 'paragraph', content: line }], times);
    return (
      found?.time === time &&
      found.style.bold === style.bold &&
      found.style.tail === style.tail &&
      (found.style.gap === style.gap || event.length === 0)
    );
  });
}
