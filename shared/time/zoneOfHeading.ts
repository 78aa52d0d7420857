import { cursorOn } from './cursor.ts';
import { isOtherZone, isOtherZoneName } from './otherZones.ts';
import { ENTRY_RULES } from './readingRules.ts';
import { readSpokenZone } from './spokenZone.ts';
import { statedZone } from './statedZone.ts';
import { besidesTimeline, saysTimeline } from './timelineWords.ts';
import { readWrittenZone } from './writtenZone.ts';
import { zoneBesides } from './zoneBesides.ts';

/** Other headings under which times stand. */
const OF_EVENTS = /\btimes\b|^\W*(?:what happened|events|history|log)\b/i;
/** In brackets, or behind a sign. */
const PARTS = /[([]([^()[\]]*)[)\]]|[-–—:,/|]\s+([^()[\]:,/|–—]*)/gu;
const CLOCKS =
  /^(?:[A-Z]{2,5}|server|office|company|site|local|wall|our|their)\s+(?:times?|clocks?)$|zeit$|^(?:heure|hora|horário|horario)\b/u;
/** A city alone is where it happened. */
const HEADING_RULES = { ...ENTRY_RULES, capitals: true };
const LONGEST = 120;

/**
 * TM-16: the zone that a timeline's heading states: `Timeline (UTC)`, `Timeline (times in BST)`. In brackets or behind a sign it
 * may also be one that is not known, `Timeline (Pacific Time)`, `Zeitleiste – MEZ`; other words there, `Timeline (EU
 * region)`, `Timeline (Berlin)`, are no zone. Null for none.
 */
export function zoneOfHeading(heading: string): string | null {
  const stated = statedZone(heading);
  if (stated !== null || heading.length > LONGEST || !(saysTimeline(heading) || OF_EVENTS.test(heading)))
    return stated;
  for (const [, bracketed, behind = ''] of heading.matchAll(PARTS)) {
    const part = (bracketed ?? behind).trim();
    if (isZone(part) || isOtherZone(part) || (bracketed !== undefined && CLOCKS.test(part)))
      return zoneBesides(part);
  }
  const others = besidesTimeline(heading).replace(/^[([](.*)[)\]]$/u, '$1');
  return isZone(others) ? zoneBesides(others) : null;
}

/** Whether a part is a zone, or a zone beside a date or how exact the times are: `2024-05-01, CET`, `24h, PT`. */
const isZone = (part: string): boolean => isZoneAlone(part) || isZoneAlone(zoneBesides(part) ?? '');

function isZoneAlone(part: string): boolean {
  const words = part.replace(/^(?:in|all times(?: in)?|en|time ?zone:?)\s+/i, '');
  if (isOtherZoneName(words)) return true;
  const cursor = cursorOn(words);
  const zone = readSpokenZone(cursor, HEADING_RULES) ?? readWrittenZone(cursor, HEADING_RULES, false);
  return zone !== null && /^\W*$/u.test(cursor.text.slice(cursor.at));
}
