import { statedZone } from '../../time/statedZone.ts';
import { readZone } from '../../time/zone.ts';
import { zoneAlone } from '../../time/zoneAlone.ts';
import { zoneOfHead } from '../../time/zoneOfHead.ts';
import { zoneOfHeading } from '../../time/zoneOfHeading.ts';

const LONGEST = 2_000;

/**
 * The zone that a text states for the times below it: `UTC`, or the name of another one, which keeps times
 * without a zone of their own from being taken as UTC; it may be a name that is not known. Null when it states none.
 */
export const zoneStatedIn = (text: string): string | null => zoneBy(statedZone, text);

/** The same for a paragraph, which may also be a day and its zone, or a zone alone: `2026-01-24 (CET)`, `CET`. */
export const zoneInLine = (line: string): string | null => zoneBy(zoneOfLine, line);

const zoneOfLine = (line: string): string | null => statedZone(line) ?? zoneAlone(line);

/** The same for a heading, or for a line that announces a timeline as one does. */
export const zoneInHeading = (heading: string): string | null => zoneBy(zoneOfHeading, heading);

/** The same for the head of a column of times. */
export const zoneInHead = (head: string): string | null =>
  (/\(UTC\)/i.test(head) ? 'UTC' : null) ??
  zoneBy(zoneOfHead, head) ??
  (/\b(?:UTC|GMT)\b/i.test(head) ? 'UTC' : null);

function zoneBy(read: (text: string) => string | null, text: string): string | null {
  if (text.length > LONGEST) return null;
  const zone = read(text);
  if (zone !== null) return isUtc(zone) ? 'UTC' : zone;
  return /\(UTC\)/i.test(text) ? 'UTC' : null;
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
