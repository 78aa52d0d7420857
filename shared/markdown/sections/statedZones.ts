import { statedZone } from '../../time/statedZone.ts';
import { readZone } from '../../time/zone.ts';
import { zoneOfHead } from '../../time/zoneOfHead.ts';
import { zoneOfHeading } from '../../time/zoneOfHeading.ts';

const LONGEST = 2_000;

/**
 * The zone that a text states for the times below it: `UTC`, or the name of another one, which keeps times
 * without a zone of their own from being taken as UTC; it may be a name that is not known. Null when it states none.
 */
export const zoneStatedIn = (text: string): string | null => zoneBy(statedZone, text);

/** The same for a heading, or for a line that announces a timeline as one does. */
export const zoneInHeading = (heading: string): string | null => zoneBy(zoneOfHeading, heading);

/** The same for the head of a column of times. */
export const zoneInHead = (head: string): string | null =>
  zoneBy(zoneOfHead, head) ?? (/\b(?:UTC|GMT)\b/i.test(head) ? 'UTC' : null);

function zoneBy(read: (text: string) => string | null, text: string): string | null {
  if (text.length > LONGEST) return null;
  if (/\(UTC\)/i.test(text)) return 'UTC';
  const zone = read(text);
  return zone === null || !isUtc(zone) ? zone : 'UTC';
}

/** Of the zones that texts state, the first that is not UTC, else UTC if it is stated. */
export function zoneStatedAmong(zones: readonly (string | null)[]): string | null {
  const said = zones.filter((zone) => zone !== null);
  return said.find((zone) => zone !== 'UTC') ?? said[0] ?? null;
}

function isUtc(name: string): boolean {
  const zone = readZone(name.replace(/^etc\//i, ''));
  return zone.kind === 'offset' && zone.offset === 0;
}
