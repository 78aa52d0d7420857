import type { BodyNode } from '../../../document/template.ts';
import { cursorOn } from '../../../time/cursor.ts';
import { dayRemark } from '../../../time/dayRemark.ts';
import { leadingTimeAlone } from '../../../time/leadingTime.ts';
import { wholeTime, withoutBrackets } from '../../../time/original.ts';
import { LEAD_RULES } from '../../../time/readingRules.ts';
import { readWrittenZone } from '../../../time/writtenZone.ts';
import { isUtc, readZone } from '../../../time/zone.ts';
import { withoutEnd } from '../../inline/oneLine.ts';
import {
  blocksAfterLead,
  boldStart,
  firstLine,
  type Lead,
  marked,
  markedStart,
  plain,
  plainStart,
  withLead,
} from '../lead.ts';
import { NOTHING_SAID, readTime, type TimeContext } from './rowTimes.ts';
import { isWritable, LEAD_MARKS, type LeadMark, type LeadStyle, OUR_LIST } from './timelineWritten.ts';

export interface TimedLead {
  readonly time: string;
  readonly style: LeadStyle;
  /** How it stands in the text, where the zone behind a time is set apart otherwise than the time: `**10:00** CET`. */
  readonly asFound?: Lead;
}

/** French sets a space that does not break in front of a colon. */
const GAP = /^(?:[ \u00a0\u202f]*(?:[-–—:;|→]+|[,.]|[-=]>)(?: +|$)| +)/;

/** The time and what parts it from the event. */
export const leadOf = (time: string, { mark, tail, gap }: LeadStyle): Lead =>
  mark === null ? [plain(`${time}${gap}`)] : [marked(`${time}${tail}`, mark), plain(gap)];

/** The time that an item begins with, and how it is parted from what follows; null when there is none. */
export function leadIn(content: readonly BodyNode[], times: TimeContext): TimedLead | null {
  const line = firstLine(content);
  const mark = LEAD_MARKS.find((other) => markedStart(line, other) !== null);
  const lead = mark === undefined ? plainLead(line, times) : markedLead(line, mark);
  return lead !== null && isWritable(lead.style) && readTime(lead.time, times) !== null ? lead : null;
}

function markedLead(line: readonly BodyNode[], mark: LeadMark): TimedLead | null {
  const text = markedStart(line, mark) ?? '';
  const time = withoutTail(text);
  const tail = text.slice(time.length);
  if (time === '') return null;
  const rest = plainStart(line.slice(1)) ?? '';
  const behind = tail === '' ? zoneBehind(time, rest) || daysBehind(rest) : '';
  if (behind === '')
    return { time, style: { mark, tail, gap: closed(GAP.exec(line[1]?.text ?? '')?.[0] ?? '') } };
  const gap = closed(gapAt(rest, behind.length));
  return {
    time: `${time}${behind}`,
    style: { mark, tail: '', gap },
    asFound: [marked(time, mark), plain(`${behind}${gap}`)],
  };
}

/** The zone other than UTC, ` CET` or ` (CET)`, that stands behind a time which has none; empty for none. */
function zoneBehind(time: string, rest: string): string {
  const written = wholeTime(withoutBrackets(time));
  if (written?.start?.kind !== 'clock' || written.zone !== null) return '';
  const cursor = cursorOn(rest);
  const zone = readWrittenZone(cursor, LEAD_RULES, true);
  const end = rest.slice(cursor.at);
  const isParted = end === '' || GAP.test(end);
  return zone === null || isUtc(readZone(zone)) || !isParted ? '' : rest.slice(0, cursor.at);
}

/** The remark on the day, ` (next day)` or ` +1 d`, that stands behind a time; empty for none (TM-31). */
function daysBehind(rest: string): string {
  const [whole = '', bracketed, counted = ''] = DAYS_BEHIND.exec(rest) ?? [];
  return dayRemark(bracketed ?? counted) === null ? '' : whole;
}

const DAYS_BEHIND = /^ (?:\(([^()]{1,30})\)|([+\-−]\s?\d\s?d(?:ays?)?))(?=[\s:;,.–—-]|$)/i;

/** A marked text without what parts its time from the event. The point of `2:22 p.m.` is the time's own. */
function withoutTail(text: string): string {
  const words = withoutEnd(text);
  return /[:,]$|(?<!\.m)\.$/i.test(words.slice(-3)) ? withoutEnd(words.slice(0, -1)) : words;
}

function plainLead(line: readonly BodyNode[], times: TimeContext): TimedLead | null {
  const text = plainStart(line) ?? '';
  const both = timeInTwoZones(text);
  if (both !== null && readTime(both, times) !== null) return plainly(both, gapAt(text, both.length));
  const lead = leadingTimeAlone(text);
  const time = lead === null ? null : wordsOfTime(text, lead.time);
  if (lead === null || time === null) return null;
  const rest = text.slice(time.length);
  const behind = zoneBehind(time, rest) || daysBehind(rest);
  if (behind !== '') return plainly(`${time}${behind}`, gapAt(text, time.length + behind.length));
  if (text.slice(time.length).trim() === '') {
    const apart = markedZoneBehind(time, line);
    if (apart !== null) return apart;
  }
  return plainly(time, gapAt(text, time.length) || text.slice(time.length, lead.restStart));
}

/** `10:00 **CET** - x` */
function markedZoneBehind(time: string, [first, second, ...others]: readonly BodyNode[]): TimedLead | null {
  const mark = LEAD_MARKS.find((other) => markedStart(second === undefined ? [] : [second], other) !== null);
  if (mark === undefined || first?.text === undefined || second?.text === undefined) return null;
  if (zoneBehind(time, ` ${second.text}`) !== ` ${second.text}`) return null;
  const gap = closed(gapAt(plainStart(others) ?? '', 0));
  return {
    ...plainly(`${time} ${second.text}`, gap),
    asFound: [plain(first.text), marked(second.text, mark), plain(gap)],
  };
}

const gapAt = (text: string, at: number): string => GAP.exec(text.slice(at))?.[0] ?? '';

/** A time with its zone and the time in another: `17:14 UTC (13:14 EDT)`, `17:14 UTC / 13:14 EDT`; else null. */
function timeInTwoZones(text: string): string | null {
  const [parted = null] = PARTED_BY_SLASH.exec(text) ?? [];
  if (parted !== null) return parted;
  const [both = null, zone, other = ''] = IN_TWO_ZONES.exec(text) ?? [];
  if (both === null) return null;
  const isOurs = zone === 'UTC' && /^(?:\?\?|\d{4}-)/.test(both);
  return isOurs || /\d:\d\d|\d ?[ap]\.?m/i.test(other) ? both : null;
}

const PARTED_BY_SLASH =
  /^[^()]{1,40} (?:[A-Z]{2,5}|UTC[+-]\d\S*) \/ \d{1,2}:\d\d(?::\d\d)? (?:[A-Z]{2,5}|UTC[+-]\d{1,2})(?![^\s:;|,.])/;
const IN_TWO_ZONES = /^[^()]{1,40} ([A-Z]{2,5}|UTC[+-]\d\S*) \(((?:[^()]|\([^()]*\))*)\)(?![^\s:;|,.])/;

const plainly = (time: string, gap: string): TimedLead => ({
  time,
  style: { mark: null, tail: '', gap: closed(gap) },
});

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
    looksSame(found.style, style) &&
    (found.style.gap === style.gap || firstLine(event).length === 0)
  );
}

/** The bold words in front of ` — `, where an item begins as one of our own lists does; else null. */
export function ownLeadIn(content: readonly BodyNode[]): string | null {
  const time = boldStart(firstLine(content));
  return time !== null && blocksAfterLead(content, leadOf(time, OUR_LIST)) !== null ? time : null;
}

/** Whether an item is without a time for certain, also where words that are none stand in its place. */
export const isUntimed = (content: readonly BodyNode[]): boolean =>
  leadIn(content, NOTHING_SAID) === null && ownLeadIn(content) === null;

/** What a way looks like where the spaces of a gap do not count, as at the end of a line. */
export const lookOfLead = ({ mark, tail, gap }: LeadStyle): string =>
  JSON.stringify([mark, tail, gap.trim()]);

export const looksSame = (one: LeadStyle, other: LeadStyle): boolean => lookOfLead(one) === lookOfLead(other);
