import { textOf } from '../../../document/readBody.ts';
import type { BodyNode } from '../../../document/template.ts';
import { zoneAtStart } from '../../../time/mentionedZone.ts';
import { wholeTime, withoutBrackets } from '../../../time/original.ts';
import { zoneByUtcBeside } from '../../../time/otherTimeBeside.ts';
import { parseTimeCell } from '../../../time/parseTimeCell.ts';
import { isUtc, readZone } from '../../../time/zone.ts';
import { firstLine } from '../lead.ts';
import { type TimeContext, wordsBeside } from './rowTimes.ts';

/** A row's time, in words that are in no zone or in UTC, and its event. */
export interface RowText {
  readonly text: string;
  readonly event: readonly BodyNode[];
}

/** What a row says of zones: besides, that in its time, if any, and whether its time is in no zone for certain. */
export interface RowWords extends RowText {
  readonly zone: string | null;
  readonly isUnsaid: boolean;
}

/**
 * The zones that two rows are in by the times in UTC at the end of their events. One alone may be of something else:
 * `14:10 next update (15:10 UTC)`.
 */
export function zonesAtEnd(rows: readonly RowText[]): ReadonlySet<string> {
  const zones = rows.flatMap(({ text, event }) => zoneAtEnd(text, event) ?? []);
  return new Set(zones.filter((zone, at) => zones.indexOf(zone) !== at));
}

/**
 * TM-32: a zone other than UTC in one row of a timeline that states none may be that of every row: those
 * without one are not UTC for certain.
 */
export function withRowZones(context: TimeContext, rows: readonly RowWords[]): TimeContext {
  if (context.statedZone !== null || context.mentionedZone !== null) return context;
  const atEnd = zonesAtEnd(rows);
  const zones = rows.flatMap(
    ({ zone, isUnsaid, text, event }) =>
      zone ?? (isUnsaid ? zoneByUtcIn(text, event, atEnd) : null) ?? zoneInFront(event) ?? [],
  );
  return { ...context, mentionedZone: zones.find((zone) => !isUtc(readZone(zone))) ?? null };
}

/**
 * The same for one row: words on its day (TM-31), a zone that stands behind its time and was not read as one,
 * `10:00 PST/18:00 UTC: down`, and the one that it is in by its own time in UTC, `14:02 down (12:02 UTC)`.
 *
 * @param atEnd what `zonesAtEnd` finds in the rows of the timeline
 */
export function ofRow(
  context: TimeContext,
  { text, event }: RowText,
  atEnd: ReadonlySet<string>,
): TimeContext {
  const here = { ...context, wordsBeside: wordsBeside(event) };
  const zone = context.statedZone === null ? (zoneByUtcIn(text, event, atEnd) ?? zoneInFront(event)) : null;
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

/** The zone by the time in UTC that an event begins with, or ends with as others do. */
function zoneByUtcIn(text: string, event: readonly BodyNode[], atEnd: ReadonlySet<string>): string | null {
  const [, first] = UTC_IN_FRONT.exec(textOfLine(event)) ?? [];
  if (first !== undefined) return zoneByUtcBeside(text, first);
  const last = zoneAtEnd(text, event);
  return last !== null && atEnd.has(last) ? last : null;
}

/** The zone by the time in UTC that an event ends with and does not begin with. */
function zoneAtEnd(text: string, event: readonly BodyNode[]): string | null {
  const words = textOfLine(event);
  const [, last] = UTC_IN_FRONT.test(words) ? [] : (UTC_AT_END.exec(words) ?? []);
  return last === undefined ? null : zoneByUtcBeside(text, last);
}

const IN_UTC =
  '(?:\\d{4}-\\d\\d-\\d\\d )?\\d{1,2}:\\d\\d(?::\\d\\d)?(?:\\s?[–-]\\s?\\d{1,2}:\\d\\d(?::\\d\\d)?)?\\s?(?:UTC|GMT|Z)';
const UTC_IN_FRONT = new RegExp(`^\\s*(?:\\(|/ )(${IN_UTC})(?:\\)|(?=[\\s:,]))`);
const UTC_AT_END = new RegExp(`\\((${IN_UTC})\\)[\\s.]*$`);

const zoneInFront = (event: readonly BodyNode[]): string | null => zoneAtStart(textOfLine(event));

const textOfLine = (event: readonly BodyNode[]): string => firstLine(event).map(textOf).join('');
