import { cursorOn } from './cursor.ts';
import { isOtherZone, isOtherZoneName } from './otherZones.ts';
import { ENTRY_RULES } from './readingRules.ts';
import { readSpokenZone, spokenClockIn } from './spokenZone.ts';
import { readWrittenZone } from './writtenZone.ts';
import { zoneBesides } from './zoneBesides.ts';

/** A city alone is where something happened. */
const ALONE_RULES = { ...ENTRY_RULES, capitals: true };
const LONGEST = 60;
const MOST_WORDS = 8;

/** Whether words are a zone, or a zone beside a date or how exact the times are: `2024-05-01, CET`, `24h, PT`. */
export const isZone = (words: string): boolean => isZoneAlone(words) || isZoneAlone(zoneBesides(words) ?? '');

function isZoneAlone(words: string): boolean {
  const name = words.replace(/^(?:in|all times(?: in)?|en|time ?zone:?|tz[:=]?)\s+/i, '');
  if (isOtherZoneName(name)) return true;
  const cursor = cursorOn(name);
  const zone = readSpokenZone(cursor, ALONE_RULES) ?? readWrittenZone(cursor, ALONE_RULES, false);
  return zone !== null && /^\W*$/u.test(cursor.text.slice(cursor.at));
}

/**
 * TM-16: the zone of a line that says nothing else, or a day besides: `(CET)`, `2026-01-24, CET:`, `heure de Paris`;
 * `UTC` for UTC, null where there is none.
 */
export function zoneAlone(line: string): string | null {
  if (line.length > LONGEST || !/[\p{L}\d]/u.test(line)) return null;
  const words = line.replace(/^[\s([*_:–—]+|[\s)\].:*_–—]+$/gu, '');
  const clock = spokenClockIn(words);
  if (clock !== null && zoneBesides(words.replace(clock, ' ')) === null) return clock;
  if ((words.match(/\p{L}+/gu)?.length ?? 0) > MOST_WORDS) return null;
  if (!isZone(words) && !isOtherZone(words)) return null;
  return zoneBesides(words) ?? (NAMES_UTC.test(words) ? 'UTC' : words);
}

const NAMES_UTC = /\b(?:UTC|GMT|UCT|Z|zulu|universal|greenwich|weltzeit)\b/i;
