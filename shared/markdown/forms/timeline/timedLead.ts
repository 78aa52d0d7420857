import type { BodyNode } from '../../../document/template.ts';
import { leadingTime } from '../../../time/leadingTime.ts';
import { bold, boldStart, firstLine, type Lead, plain, plainStart, withLead } from '../lead.ts';
import { readTime, type TimeContext } from './rowTimes.ts';
import type { TimelineWritten } from './timelineWritten.ts';

/** How a list writes what stands in front of an event. */
export type LeadStyle = Pick<TimelineWritten, 'bold' | 'tail' | 'gap'>;

export interface TimedLead {
  readonly time: string;
  readonly style: LeadStyle;
}

const GAP = /^(?: *(?:[-–—:→]+|->)(?: +|$)| +)/;
const TAIL = / *[:.,]? *$/;

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
  const time = text === null || lead === null ? null : wordsOfTime(text, lead.time);
  if (text === null || lead === null || time === null || readTime(time, times) === null) return null;
  return { time, style: { bold: false, tail: '', gap: closed(text.slice(time.length, lead.restStart)) } };
}

/** The time's words at the start of a text, with the brackets that they may stand in. */
function wordsOfTime(text: string, time: string): string | null {
  if (text.startsWith(time)) return time;
  return /^[[(]/.test(text) && text.startsWith(time, 1) ? text.slice(0, time.length + 2) : null;
}

/** A gap with the space at its end that an empty event loses. */
const closed = (gap: string): string => (gap.endsWith(' ') ? gap : `${gap} `);

/** Whether a time that is written in a style in front of an event is found again. */
export function keepsLead(
  time: string,
  event: readonly BodyNode[],
  style: LeadStyle,
  times: TimeContext,
): boolean {
  const [first] = withLead(leadOf(time, style), event);
  const found = leadIn(first === undefined ? [] : [first], times);
  return (
    found?.time === time &&
    found.style.bold === style.bold &&
    found.style.tail === style.tail &&
    (found.style.gap === style.gap || firstLine(event).length === 0)
  );
}
