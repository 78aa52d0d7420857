import { datedText } from './canonicalTime.ts';
import { atEnd, cursorOn } from './cursor.ts';
import { ENTRY_RULES } from './readingRules.ts';
import type { RowTime } from './rowTime.ts';
import { readWrittenTime, type WrittenTime } from './writtenTime.ts';
import { isZoneName } from './writtenZone.ts';

/** What was written, and the zone it was written in, which may stand outside of it. */
export interface Original {
  readonly asWritten: string;
  readonly zone: string | null;
}

/** What was written with the zone it is in: `14:02 CET`, also where the zone stood in another place. */
export function originalWords({ asWritten, zone }: Original): string {
  return zone === null || zoneWithin(asWritten) === zone ? asWritten : `${asWritten} ${zone}`;
}

/**
 * TM-19: the whole of a time that has an original: `2026-11-24 13:02 UTC (14:02 CET)`, and where the zone
 * stood apart `2026-11-24 12:50 UTC (13:50, in CET)`. A time that was not converted has none in front:
 * `?? (13:50, in IST)`.
 */
export function withOriginal(time: RowTime, original: Original): string {
  const { asWritten, zone } = original;
  const apart = zone !== null && zoneWithin(asWritten) !== zone;
  const words = apart ? `${asWritten}, in ${zone}` : asWritten;
  return time.unsettled === null ? `${datedText(time)} UTC (${words})` : `?? (${words})`;
}

const CONVERTED = /^(.+) UTC \((.+)\)$/s;
const UNCONVERTED = /^\?\? \((.+), in (\S.*)\)$/s;
const APART = /^(.+), in (\S.*)$/s;

/** Reads what `withOriginal` writes: the time in UTC (a year and a day, or `??`) and the original. */
export function readConverted(
  text: string,
): { readonly utc: WrittenTime; readonly original: Original } | null {
  // The first ` UTC (` ends the time: the original itself may hold another.
  const gap = text.indexOf(' UTC (');
  if (gap < 0 || !CONVERTED.test(text)) return null;
  const utc = wholeTime(text.slice(0, gap));
  if (utc === null || utc.zone !== null || utc.note !== null || utc.rangeOrOffset) return null;
  const dated = utc.date !== null && utc.date !== 'unreadable' && utc.date.year !== null;
  if (!dated && text.slice(0, gap) !== '??') return null;
  const words = text.slice(gap + ' UTC ('.length, -1);
  const [, asWritten = '', zone = ''] = APART.exec(words) ?? [];
  if (isZoneName(zone)) return { utc, original: { asWritten, zone } };
  return { utc, original: { asWritten: words, zone: zoneWithin(words) } };
}

/** Reads `?? (13:50, in IST)`; the zone may be one that is not known, `?? (13:50, in local time)`. */
export function readUnconverted(text: string): Original | null {
  const [, asWritten = '', zone = ''] = UNCONVERTED.exec(text) ?? [];
  return wholeTime(asWritten) === null ? null : { asWritten, zone };
}

/** The zone that stands in a written time. */
function zoneWithin(text: string): string | null {
  return wholeTime(withoutBrackets(text))?.zone ?? null;
}

/** A time's text without the brackets around all of it or in front of its zone: `[10:00] CET`. */
export function withoutBrackets(text: string): string {
  const [, square, round, rest = ''] = /^(?:\[([^[\]]*)\]|\(([^()]*)\))(.*)$/s.exec(text) ?? [];
  const inside = square ?? round;
  return inside === undefined ? text : `${inside}${rest}`;
}

/** Reads a text that is one time and nothing else, by the widest rules; null where it is not. */
export function wholeTime(text: string): WrittenTime | null {
  const cursor = cursorOn(text);
  const written = readWrittenTime(cursor, ENTRY_RULES);
  return written !== null && atEnd(cursor) ? written : null;
}
