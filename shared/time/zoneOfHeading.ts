import { isOtherZone } from './otherZones.ts';
import { statedZone } from './statedZone.ts';
import { besidesTimeline, saysTimeline } from './timelineWords.ts';
import { isZone, zoneAlone } from './zoneAlone.ts';
import { zoneBesides } from './zoneBesides.ts';

/** Other headings under which times stand. */
const OF_EVENTS = /\btimes\b|^\W*(?:what happened|events|history|log)\b/i;
/** In brackets, or behind a sign. */
const PARTS = /[([]([^()[\]]*)[)\]]|[-–—:,/|]\s+([^()[\]:,/|–—]*)/gu;
const CLOCKS =
  /^(?:[A-Z]{2,5}|server|office|company|site|local|wall|our|their)\s+(?:times?|clocks?)$|zeit$|^(?:heure|hora|horário|horario)\b/u;
const LONGEST = 120;

/**
 * TM-16: the zone that a timeline's heading states: `Timeline (UTC)`, `Timeline (times in BST)`. In brackets or behind a sign it
 * may also be one that is not known, `Timeline (Pacific Time)`, `Zeitleiste – MEZ`; other words there, `Timeline (EU
 * region)`, `Timeline (Berlin)`, are no zone. A day states one too: `March 8 (PT)`. Null for none.
 */
export function zoneOfHeading(heading: string): string | null {
  const stated = statedZone(heading) ?? zoneOfDay(heading);
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

/** A day and its zone and nothing else. */
const zoneOfDay = (heading: string): string | null => (/\d/.test(heading) ? zoneAlone(heading) : null);
