import { mentionedZone, zoneBehindClock } from '../../time/mentionedZone.ts';
import { allFrontMatterPairs } from '../facts/frontMatterPairs.ts';
import { zoneStatedAmong, zoneStatedIn } from './statedZones.ts';

const ZONE_KEY =
  /(?:time|zeit)[-_ ]?zone$|(?:^|[-_ ])(?:tz|fuseau(?:[-_ ]?horaire)?|(?:zona|huso)[-_ ]?horari[ao]|fuso(?:[-_ ]?hor[áa]rio)?)$/iu;
const TIME_KEY = /(?:^|[-_ ])(?:times?|timestamps?|date|dates|datetime|clocks?)$/i;

/**
 * The zone that front matter states for the times of its text, `tz: CET`, `incident_timezone: CET`, `zeitzone: MEZ`: `UTC`, or another one, which may not be known.
 * Null when it states none.
 */
export const zoneInFrontMatter = (frontMatter: string | null): string | null =>
  zoneStatedAmong(
    allFrontMatterPairs(frontMatter).flatMap(([key, value]) =>
      ZONE_KEY.test(key) ? zoneOfValue(value) : [],
    ),
  );

/** TM-32: a zone other than UTC that front matter names, `times: local`, `start: 2024-02-29 22:10 EST`; null for none. */
export const zoneNamedInFrontMatter = (frontMatter: string | null): string | null =>
  allFrontMatterPairs(frontMatter)
    .map(([key, value]) => (TIME_KEY.test(key) ? mentionedZone(`${key}: ${value}`) : zoneBehindClock(value)))
    .find((zone) => zone !== null) ?? null;

/** A number may be an offset that YAML has read as one: `+0530`. */
const zoneOfValue = (value: string): string | null =>
  zoneStatedIn(`Timezone: ${value}`) ?? (/^[-+]?\d*[1-9]/.test(value) ? value : null);
