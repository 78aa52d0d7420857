import { mentionedZone, zoneBehindClock } from '../../time/mentionedZone.ts';
import { readZone } from '../../time/zone.ts';
import { allFrontMatterPairs, type PlacedPair } from '../facts/frontMatterPairs.ts';
import { zoneStatedAmong, zoneStatedIn } from './statedZones.ts';

const ZONE_KEY =
  /(?:time|zeit)[-_ ]?zone$|(?:^|[-_ ])(?:tz|utc[-_ ]?offset|fuseau(?:[-_ ]?horaire)?|(?:zona|huso)[-_ ]?horari[ao]|fuso(?:[-_ ]?hor[áa]rio)?)$/iu;
/** Keys that may hold other things than a zone of times: `zone: eu-west-1`. */
const PERHAPS_ZONE_KEY = /^(?:zone|(?:all[-_ ]?)?times(?:[-_ ]?in)?|times?[-_ ]?standard)$/i;
const TIME_KEY = /(?:^|[-_ ])(?:times?|timestamps?|date|dates|datetime|clocks?)$/i;

/** Of what a key may be for its zone to be that of the times of the text. */
const OF_TIMES =
  /^(?:incidents?|events?|outage|issue|impact|timeline|times?(?:stamps?)?|clocks?|default|doc(?:ument)?|page|post|report|post-?mortem|meta(?:data)?|params|extra|custom|fields|info|details|summary|all|local|display|vorfall|störung|incidente?)$/iu;
/** Of what it may be for its zone to have nothing to do with them: somebody, or a machine. */
const OF_OTHERS =
  /^(?:authors?|by|owners?|creators?|editors?|users?|reviewers?|approvers?|assignees?|contacts?|people|persons?|participants?|responders?|commanders?|leads?|managers?|writers?|who|on|call|oncall|autor(?:en|es|a)?|auteurs?|builds?|site|ci|cron|schedules?|jobs?|deploy(?:s|ments?)?|jekyll|hugo|calendar|meetings?|generator)$/iu;

/**
 * The zone that front matter states for the times of its text, `tz: CET`, `incident_timezone: CET`, `zeitzone: MEZ`: `UTC`, or another one, which may not be known.
 * Null when it states none.
 */
export const zoneInFrontMatter = (frontMatter: string | null): string | null =>
  zoneStatedAmong(
    allFrontMatterPairs(frontMatter).flatMap((placed) =>
      wordsOfOwner(placed).every((word) => OF_TIMES.test(word)) ? zonesOf(placed) : [],
    ),
  );

/**
 * TM-32: a zone other than UTC that front matter names, `times: local`, `start: 2024-02-29 22:10 EST`, `team_timezone: CET`;
 * null for none.
 */
export const zoneNamedInFrontMatter = (frontMatter: string | null): string | null =>
  allFrontMatterPairs(frontMatter)
    .map(namedZone)
    .find((zone) => zone !== null) ?? null;

function namedZone(placed: PlacedPair): string | null {
  const [key, value] = placed.pair;
  if (wordsOfOwner(placed).some((word) => OF_OTHERS.test(word))) return zoneBehindClock(value);
  const [zone] = zonesOf(placed).filter((name) => name !== 'UTC');
  return zone ?? (TIME_KEY.test(key) ? mentionedZone(`${key}: ${value}`) : zoneBehindClock(value));
}

/** The words that say of what a pair's zone is: those in front of it in its key, and the keys that it is nested in. */
function wordsOfOwner({ pair: [key], within }: PlacedPair): readonly string[] {
  const inKey = key.replace(ZONE_KEY, '').replace(PERHAPS_ZONE_KEY, '');
  return [inKey, ...within]
    .flatMap((name) => name.split(/[-_ .]|(?<=\p{Ll})(?=\p{Lu})/u))
    .filter((word) => word !== '');
}

/** The zone that stands under a key of zones. */
function zonesOf({ pair: [key, value] }: PlacedPair): readonly string[] {
  const zone = zoneOfValue(value);
  if (zone === null) return [];
  if (ZONE_KEY.test(key)) return [zone];
  const read = readZone(value);
  const isKnown = read.kind !== 'unclear' || read.why === 'ambiguous-zone';
  return PERHAPS_ZONE_KEY.test(key) && isKnown ? [zone] : [];
}

/** A number may be an offset that YAML has read as one: `+0530`. */
const zoneOfValue = (value: string): string | null =>
  zoneStatedIn(`Timezone: ${value}`) ?? (/^[-+]?\d*[1-9]/.test(value) ? value : null);
