import { placeOffset } from './placeOffset.ts';
import type { Unsettled } from './rowTime.ts';
import type { Zone } from './zone.ts';

/**
 * An instant in seconds since 1970. Where `unsettled` is set the seconds are only the nearest reading: good
 * for choosing a day, never to be stored.
 */
export interface ZoneInstant {
  readonly seconds: number;
  readonly unsettled: Unsettled | null;
}

/**
 * TM-9 to TM-12: the instant at which clocks of a zone show a wall time, given in seconds since 1970 as if
 * it were UTC. A named zone has to be in use at that very instant in each of its places.
 */
export function zoneInstant(wall: number, zone: Zone): ZoneInstant {
  switch (zone.kind) {
    case 'offset':
      return { seconds: wall - zone.offset * 60, unsettled: null };
    case 'named': {
      const seconds = wall - zone.meaning.offset * 60;
      const inUse = zone.meaning.places.every((place) => placeOffset(place, seconds) === zone.meaning.offset);
      return { seconds, unsettled: inUse ? null : 'zone-not-in-use' };
    }
    case 'region':
      return placeInstant(wall, zone.place, zone.statedOffset);
    case 'unclear':
      return { seconds: wall, unsettled: zone.why };
  }
}

/** The same in seconds alone, only for choosing a day: a named zone need not be in use. */
export const instantNear = (wall: number, zone: Zone): number =>
  zone.kind === 'named' ? wall - zone.meaning.offset * 60 : zoneInstant(wall, zone).seconds;

/** The wall time that clocks of a zone show at an instant, both in seconds since 1970; UTC where the zone is not clear. */
export function wallOf(seconds: number, zone: Zone): number {
  switch (zone.kind) {
    case 'offset':
      return seconds + zone.offset * 60;
    case 'named':
      return seconds + zone.meaning.offset * 60;
    case 'region':
      return seconds + placeOffset(zone.place, seconds) * 60;
    case 'unclear':
      return seconds;
  }
}

/** When clocks go back, an hour is shown twice (ambiguous); when they go forward, one is never shown. */
function placeInstant(wall: number, place: string, stated: number | null): ZoneInstant {
  const around = new Set([placeOffset(place, wall - 86_400), placeOffset(place, wall + 86_400)]);
  const shown = [...around]
    .map((offset) => ({ offset, seconds: wall - offset * 60 }))
    .filter(({ offset, seconds }) => placeOffset(place, seconds) === offset);
  const fitting = stated === null ? shown : shown.filter(({ offset }) => offset === stated);
  const [only, other] = fitting;
  if (only !== undefined) {
    return { seconds: only.seconds, unsettled: other === undefined ? null : 'ambiguous-zone' };
  }
  const seconds = wall - placeOffset(place, wall - 86_400) * 60;
  return { seconds, unsettled: shown.length === 0 ? 'zone-not-in-use' : 'zone-contradicts-offset' };
}
