import { textOf } from '../../../document/readBody.ts';
import type { BodyNode } from '../../../document/template.ts';
import { zoneAtStart } from '../../../time/mentionedZone.ts';
import { wholeTime, withoutBrackets } from '../../../time/original.ts';
import { zoneByUtcBeside } from '../../../time/otherTimeBeside.ts';
import { parseTimeCell } from '../../../time/parseTimeCell.ts';
import { isUtc, readZone } from '../../../time/zone.ts';
import { firstLine } from '../lead.ts';
import { type TimeContext, wordsBeside } from './rowTimes.ts';

/** What a row says of zones: that in its time, if any, the time's words as far as they are in no zone for certain, and its event. */
export interface RowWords {
  readonly zone: string | null;
  readonly unsaid: string;
  readonly event: readonly BodyNode[];
}

/**
 * TM-32: a zone other than UTC in one row of a timeline that states none may be that of every row: those
 * without one are not UTC for certain.
 */
export function withRowZones(context: TimeContext, rows: readonly RowWords[]): TimeContext {
  if (context.statedZone !== null || context.mentionedZone !== null) return context;
  const zones = rows.flatMap(
    ({ zone, unsaid, event }) => zone ?? zoneByUtcIn(unsaid, event) ?? zoneInFront(event) ?? [],
  );
  return { ...context, mentionedZone: zones.find((zone) => !isUtc(readZone(zone))) ?? null };
}

/**
 * The same for one row: words on its day (TM-31), a zone that stands behind its time and was not read as one,
 * `10:00 PST/18:00 UTC: down`, and the one that it is in by its own time in UTC, `14:02 down (12:02 UTC)`.
 */
export function ofRow(context: TimeContext, time: string, event: readonly BodyNode[]): TimeContext {
  const here = { ...context, wordsBeside: wordsBeside(event) };
  const zone = context.statedZone === null ? (zoneByUtcIn(time, event) ?? zoneInFront(event)) : null;
  if (zone === null) return here;
  return isUtc(readZone(zone)) ? { ...here, statedZone: 'UTC' } : { ...here, mentionedZone: zone };
}

/** The zone that stands in a time's own words, or that it is in by them, `14:02 (12:02 UTC)`; or null. */
export function zoneInTime(text: string): string | null {
  const zone = parseTimeCell(text, { carryDate: ANY_DAY, zone: null, digits: true })?.time.zone ?? null;
  const note = zone === null && isUnsaid(text) ? (wholeTime(withoutBrackets(text))?.note ?? null) : null;
  return note === null ? zone : zoneByUtcBeside(text, note);
}

const ANY_DAY = '2000-01-01';

/** Whether a time's words are a time in no zone. */
export const isUnsaid = (text: string): boolean => wholeTime(withoutBrackets(text))?.zone === null;

/** The zone by the time in UTC that an event begins or ends with. */
function zoneByUtcIn(time: string, event: readonly BodyNode[]): string | null {
  const words = textOfLine(event);
  const [, first] = UTC_IN_FRONT.exec(words) ?? [];
  const [, last] = UTC_AT_END.exec(words) ?? [];
  const utc = first ?? last;
  return utc === undefined ? null : zoneByUtcBeside(time, utc);
}

const UTC_IN_FRONT = /^\s*(?:\(|\/ )(\d{1,2}:\d\d(?::\d\d)?\s?(?:UTC|GMT|Z))(?:\)|(?=[\s:,]))/;
const UTC_AT_END = /\((\d{1,2}:\d\d(?::\d\d)?\s?(?:UTC|GMT|Z))\)[\s.]*$/;

const zoneInFront = (event: readonly BodyNode[]): string | null => zoneAtStart(textOfLine(event));

const textOfLine = (event: readonly BodyNode[]): string => firstLine(event).map(textOf).join('');
