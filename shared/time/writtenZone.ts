import { attempt, type Cursor, take } from './cursor.ts';
import type { ReadingRules } from './readingRules.ts';
import { readSpokenZone } from './spokenZone.ts';
import { readZone } from './zone.ts';
import { meaningsOf, REGION_NAMES } from './zoneNames.ts';

const ZULU = /\s?z(?![\w/])/iy;
const OF_UTC = /\s?((?:utc|gmt)\s?[+\-−]\d{1,2}(?::?\d{2})?)(?!\d|:\d)/iy;
/** `15:00 +1 d` is the next day. */
const PLUS = /\s?(\+\d{1,2}(?::?\d{2})?)(?!\w|:\d|\sd(?:ays?)?\b)/iy;
const TRUE_MINUS = /\s?(−\d{1,2}(?::?\d{2})?)(?!\w|:\d|\sd(?:ays?)?\b)/iy;
/** As programs write it: 14:02:31 -0500. */
const HYPHEN = /\s?(-\d{4})(?!\w|:\d)/y;
const PLACE = /\s?([a-z][a-z_]+(?:\/[a-z][a-z_+-]+){1,2})(?![\w/])/iy;
const NAME = /\s?([a-z]{2,5})(?![\w/'’])/iy;
const LEAD_END = /\s*(?:[-–—:|,;)\]]|$)/y;
/** Stricter: `14h02 et, après` names no zone. */
const SIGN_OR_END = /\s*(?:[-–—:|)\]]|$)/y;
/** 01:00 (+1): may be the next day. */
const DAYS = /^\+\d$/;
/** Names that are words too: `14:02 WEST region fails over` says no zone. */
export const ALSO_A_WORD: ReadonlySet<string> = new Set(
  'WET WEST WAT CAT EAT ART PET COT AST AMT GST ICT NPT SST'.split(' '),
);
const IN = /\s+in(?=\s)/iy;
const BRACKETS = /\s?[([]\s?(?:(?:utc|gmt)\s?[+\-−]\d{1,2}(?::?\d{2})?|[a-z]{2,5})\s?[)\]]/iy;
const OPEN = /\s?[([]\s?/y;
const CLOSE = /\s?[)\]]/y;

/**
 * TM-9: reads a zone here, also `in CET`, `(CET)` and `CET (UTC+1)`; returns its text, or null. `-0500` is
 * one only after a clock with a colon (`afterColon`): 0900-1000 is a range.
 */
export function readWrittenZone(cursor: Cursor, rules: ReadingRules, afterColon: boolean): string | null {
  return attempt(cursor, () => {
    take(cursor, IN);
    return (
      (afterColon ? zoneMatching(cursor, HYPHEN) : null) ??
      bareZone(cursor, rules) ??
      bracketed(cursor, rules)
    );
  });
}

function bracketed(cursor: Cursor, rules: ReadingRules): string | null {
  return attempt(cursor, () => {
    if (take(cursor, OPEN) === null) return null;
    const zone = bareZone(cursor, rules);
    return zone !== null && !DAYS.test(zone) && take(cursor, CLOSE) !== null ? zone : null;
  });
}

function bareZone(cursor: Cursor, rules: ReadingRules): string | null {
  const zulu = take(cursor, ZULU);
  if (zulu !== null) return zulu[0].trim();
  const offset = zoneMatching(cursor, PLUS) ?? zoneMatching(cursor, TRUE_MINUS);
  if (offset !== null) return offset;
  const name =
    zoneMatching(cursor, OF_UTC) ??
    zoneMatching(cursor, PLACE) ??
    shortName(cursor, rules) ??
    readSpokenZone(cursor, rules);
  return name === null ? null : withStatedOffset(cursor, name);
}

function zoneMatching(cursor: Cursor, pattern: RegExp): string | null {
  return attempt(cursor, () => {
    const name = take(cursor, pattern)?.[1];
    return name !== undefined && isZoneName(name) ? name : null;
  });
}

function shortName(cursor: Cursor, rules: ReadingRules): string | null {
  return attempt(cursor, () => {
    const name = zoneMatching(cursor, NAME);
    if (name === null || !rules.capitals) return name;
    const isWord = ALSO_A_WORD.has(name.toUpperCase());
    if (name !== name.toUpperCase()) return !isWord && isFollowedBy(cursor, SIGN_OR_END) ? name : null;
    return !isWord || isFollowedBy(cursor, LEAD_END) ? name : null;
  });
}

function isFollowedBy({ text, at }: Cursor, pattern: RegExp): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** `CET (UTC+1)` and `UTC+1 (CET)`: the brackets belong to the zone where they hold one. */
function withStatedOffset(cursor: Cursor, name: string): string {
  const whole = attempt(cursor, () => {
    const brackets = take(cursor, BRACKETS)?.[0];
    if (brackets === undefined) return null;
    const inside = brackets.replace(/[\s()[\]]/g, '');
    return isZoneName(inside) ? `${name}${brackets}` : null;
  });
  return whole ?? name;
}

/** True for a name that means something, an ambiguous one included. */
export function isZoneName(name: string): boolean {
  if (meaningsOf(name).length > 0 || Object.hasOwn(REGION_NAMES, name.toUpperCase())) return true;
  const zone = readZone(name);
  return zone.kind !== 'unclear' || zone.why !== 'unknown-zone';
}
