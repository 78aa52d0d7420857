import { statedZone } from '../../time/statedZone.ts';
import { readZone } from '../../time/zone.ts';

const LONGEST = 2_000;

/**
 * The zone that a text states for the times below it: `UTC`, or the name of another one, which keeps times
 * without a zone of their own from being taken as UTC. Null when it states none.
 */
export function zoneStatedIn(text: string): string | null {
  if (text.length > LONGEST) return null;
  if (/\(UTC\)/i.test(text)) return 'UTC';
  const stated = statedZone(text);
  return stated === null || !isUtc(stated) ? stated : 'UTC';
}

/** Of the zones that texts state, the first that is not UTC, else UTC if it is stated. */
export function zoneStatedAmong(texts: readonly string[]): string | null {
  const stated = texts.map(zoneStatedIn).filter((zone) => zone !== null);
  return stated.find((zone) => zone !== 'UTC') ?? stated[0] ?? null;
}

function isUtc(name: string): boolean {
  const zone = readZone(name);
  return zone.kind === 'offset' && zone.offset === 0;
}
