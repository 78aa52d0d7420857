import { statedZone } from './statedZone.ts';
import { zoneAlone } from './zoneAlone.ts';
import { zoneBesides } from './zoneBesides.ts';

const ABOUT_TIMES =
  /(?<!\p{L})(?:times?(?:stamps?)?|datetime|when|dates?|hour|clock|uhrzeit|zeit|zeitpunkt|datum|heure|hora|horário|horario|fecha)(?!\p{L})/iu;

/**
 * TM-16: the zone that the head of a column of times states: `Time (UTC)`, `Date and Time in CET`. A head that says anything
 * besides, `Uhrzeit (MEZ)`, `Local time`, `EST Time`, gives those words, known or not; null for `Time` alone. It may also be a zone alone, `CET`.
 */
export function zoneOfHead(head: string): string | null {
  if (!ABOUT_TIMES.test(head)) return zoneAlone(head);
  const stated = statedZone(head);
  return stated ?? zoneBesides(head);
}
