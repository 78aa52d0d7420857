import { frontMatterPairs } from '../facts/frontMatterPairs.ts';
import { zoneStatedAmong, zoneStatedIn } from './statedZones.ts';

const ZONE_KEY = /^(?:time[-_ ]?zone|tz)$/i;

/**
 * The zone that front matter states for the times of its text, `tz: CET`: `UTC`, or another one, which may not be known.
 * Null when it states none.
 */
export const zoneInFrontMatter = (frontMatter: string | null): string | null =>
  zoneStatedAmong(
    frontMatterPairs(frontMatter).flatMap(([key, value]) => (ZONE_KEY.test(key) ? zoneOfValue(value) : [])),
  );

/** A number may be an offset that YAML has read as one: `+0530`. */
const zoneOfValue = (value: string): string | null =>
  zoneStatedIn(`Timezone: ${value}`) ?? (/^[-+]?\d*[1-9]/.test(value) ? value : null);
