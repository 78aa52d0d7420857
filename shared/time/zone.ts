import { isPlace } from './placeOffset.ts';
import { meaningsOf, REGION_NAMES, type ZoneMeaning } from './zoneNames.ts';

/** What a written zone says, before any instant is known. Offsets are minutes east of UTC. */
export type Zone =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'named'; readonly meaning: ZoneMeaning; readonly statedOffset: number | null }
  | { readonly kind: 'region'; readonly place: string; readonly statedOffset: number | null }
  | { readonly kind: 'unclear'; readonly why: 'ambiguous-zone' | 'unknown-zone' | 'zone-contradicts-offset' };

export const UTC: Zone = { kind: 'offset', offset: 0 };

/** True for UTC by any of its names. */
export const isUtc = (zone: Zone): boolean => zone.kind === 'offset' && zone.offset === 0;

const SIGNED = /^([+\-−])(\d{1,2})(?::?(\d{2}))?$/;
const OF_UTC = /^(?:utc|gmt)\s?([+\-−]\d{1,2}(?::?\d{2})?)$/i;
const WITH_STATED_OFFSET = /^(.+?)\s?[([]\s?((?:utc|gmt)\s?[+\-−]\d{1,2}(?::?\d{2})?)\s?[)\]]$/i;
const OFFSET_FIRST = /^((?:utc|gmt)\s?[+\-−]\d{1,2}(?::?\d{2})?)\s?[([]\s?(.+?)\s?[)\]]$/i;

/** The minutes of `+05:30`, `-0500`, `+1`; null where no zone has that offset (−12:00 to +14:00, by 15 min). */
export function offsetMinutes(text: string): number | null {
  const parts = SIGNED.exec(text);
  if (parts === null) return null;
  const [, sign, hours, minutes = '0'] = parts;
  const size = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) % 15 !== 0 || Number(minutes) > 45) return null;
  const offset = sign === '+' ? size : -size;
  return offset < -720 || offset > 840 ? null : offset;
}

/** `UTC+1`, `UTC−05:30`, `UTC` of minutes east of UTC. */
export function utcOffsetName(offset: number): string {
  const size = Math.abs(offset);
  const minutes = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return offset === 0 ? 'UTC' : `UTC${offset < 0 ? '−' : '+'}${Math.floor(size / 60)}${minutes}`;
}

/** TM-9 to TM-12: what the zone text says, letter case aside. */
export function readZone(text: string): Zone {
  const written = text.trim();
  const offsetFirst = OFFSET_FIRST.exec(written);
  const named = WITH_STATED_OFFSET.exec(written);
  if (offsetFirst !== null) return zoneOf(offsetFirst[2] ?? '', offsetOfUtc(offsetFirst[1] ?? ''));
  if (named !== null) return zoneOf(named[1] ?? '', offsetOfUtc(named[2] ?? ''));
  return zoneOf(written, null);
}

/** The offset that stands beside a zone's name, `PST (UTC-7)`, or null. */
export function statedOffset(zone: string): number | null {
  const offset = offsetOfUtc(WITH_STATED_OFFSET.exec(zone.trim())?.[2] ?? '');
  return Number.isNaN(offset) ? null : offset;
}

/** NaN, which equals no offset, for one that no zone has. */
function offsetOfUtc(text: string): number {
  return offsetMinutes(OF_UTC.exec(text)?.[1] ?? '') ?? Number.NaN;
}

function zoneOf(name: string, stated: number | null): Zone {
  const upper = name.toUpperCase();
  const plain = plainOffset(upper);
  if (plain !== null) return stated === null || stated === plain ? offsetZone(plain) : CONTRADICTS;
  const place = regionOf(name);
  if (place !== null) return { kind: 'region', place, statedOffset: stated };
  const meanings = meaningsOf(name);
  if (meanings.length === 0) return { kind: 'unclear', why: 'unknown-zone' };
  const fitting = stated === null ? meanings : meanings.filter(({ offset }) => offset === stated);
  const [meaning, other] = fitting;
  if (meaning === undefined) return CONTRADICTS;
  if (other !== undefined) return { kind: 'unclear', why: 'ambiguous-zone' };
  return { kind: 'named', meaning, statedOffset: stated };
}

const CONTRADICTS: Zone = { kind: 'unclear', why: 'zone-contradicts-offset' };
const offsetZone = (offset: number): Zone => ({ kind: 'offset', offset });

function plainOffset(upper: string): number | null {
  if (upper === 'UTC' || upper === 'GMT' || upper === 'Z' || upper === 'UCT') return 0;
  return offsetMinutes(OF_UTC.exec(upper)?.[1] ?? upper);
}

/** The place of `ET`, `Europe/Oslo` or a pair such as `CET/CEST`, which says: as the day has it. */
function regionOf(name: string): string | null {
  const upper = name.toUpperCase();
  if (Object.hasOwn(REGION_NAMES, upper)) return REGION_NAMES[upper] ?? null;
  const [standard = '', summer = '', ...more] = upper.split('/');
  if (summer === '') return null;
  const [one] = meaningsOf(standard);
  const [two] = meaningsOf(summer);
  if (one !== undefined && two !== undefined && more.length === 0) {
    return one.places[0] === two.places[0] ? (one.places[0] ?? null) : null;
  }
  return isPlace(name) ? name : null;
}
