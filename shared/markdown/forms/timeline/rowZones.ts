import { textOf } from '../../../document/readBody.ts';
import type { BodyNode } from '../../../document/template.ts';
import { zoneAtStart } from '../../../time/mentionedZone.ts';
import { parseTimeCell } from '../../../time/parseTimeCell.ts';
import { isUtc, readZone } from '../../../time/zone.ts';
import { firstLine } from '../lead.ts';
import { type TimeContext, wordsBeside } from './rowTimes.ts';

/** What a row says of zones: that in its time, if any, and its event. */
export interface RowWords {
  readonly zone: string | null;
  readonly event: readonly BodyNode[];
}

/**
 * TM-32: a zone other than UTC in one row of a timeline that states none may be that of every row: those
 * without one are not UTC for certain.
 */
export function withRowZones(context: TimeContext, rows: readonly RowWords[]): TimeContext {
  if (context.statedZone !== null || context.mentionedZone !== null) return context;
  const zones = rows.flatMap(({ zone, event }) => zone ?? zoneInFront(event) ?? []);
  return { ...context, mentionedZone: zones.find((zone) => !isUtc(readZone(zone))) ?? null };
}

/**
 * The same for one row: words on its day (TM-31), and a zone that stands behind its time and was not read as one,
 * `10:00 PST/18:00 UTC: down`.
 */
export function ofRow(context: TimeContext, event: readonly BodyNode[]): TimeContext {
  const here = { ...context, wordsBeside: wordsBeside(event) };
  const zone = context.statedZone === null ? zoneInFront(event) : null;
  if (zone === null) return here;
  return isUtc(readZone(zone)) ? { ...here, statedZone: 'UTC' } : { ...here, mentionedZone: zone };
}

/** The zone that stands in a time's own words, or null. */
export const zoneInTime = (text: string): string | null =>
  parseTimeCell(text, { carryDate: ANY_DAY, zone: null, digits: true })?.time.zone ?? null;

const ANY_DAY = '2000-01-01';

const zoneInFront = (event: readonly BodyNode[]): string | null =>
  zoneAtStart(firstLine(event).map(textOf).join(''));
