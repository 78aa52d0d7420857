import { cursorOn } from './cursor.ts';
import { deniedUtc } from './deniedUtc.ts';
import { isOtherZoneName } from './otherZones.ts';
import { isPlace } from './placeOffset.ts';
import { LEAD_RULES } from './readingRules.ts';
import { spokenClockIn } from './spokenZone.ts';
import { ALSO_A_WORD, readWrittenZone } from './writtenZone.ts';
import { isUtc, readZone } from './zone.ts';
import { zoneAlone } from './zoneAlone.ts';
import { REGION_NAMES, ZONE_NAMES } from './zoneNames.ts';

/** Words that are a zone wherever they stand in capitals. */
const SHORT_NAMES = Object.keys({ ...ZONE_NAMES, ...REGION_NAMES }).filter((name) => !ALSO_A_WORD.has(name));
const ANY_NAME = `(?:${SHORT_NAMES.join('|')})`;
/** Also a pair: `CET/CEST`. */
const NAME = new RegExp(
  `(?<![\\p{L}\\d_/.'’-])${ANY_NAME}(?:/${ANY_NAME})?(?![\\p{L}\\d_'’]|[-/]\\p{L})`,
  'gu',
);
/** `E.S.T.` */
const DOTTED = /(?<![\p{L}\d.])(?:[A-Z]\.){2,4}[A-Z](?![\p{L}\d])\.?/gu;
const OFFSET = /(?<![\p{L}\d])(?:UTC|GMT)\s?(?:[+\-−]|plus |minus )\s?\d{1,2}(?::?\d{2})?/giu;
const PLACE =
  /(?<![\p{L}\d/_])(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Europe|Indian|Pacific|US)(?:\/[A-Z][\p{L}_]+){1,2}(?![\p{L}\d/_])/gu;
const BRACKETED = /[([]([^()[\]]{1,60})[)\]]/gu;
/** "Times are Pacific." */
const REGION =
  /(?:(?<!\p{L})(?:in|are|is|times?|all|sind)|[:=–—])\s+(?:the\s+|all\s+|us\s+)*(pacific|eastern|central|mountain|local)(?:\s+(?:standard|daylight))?\s*(?:[.,;)]|$)/imu;
const CLOCK =
  /(?<![\d.:])(?:\d{1,2}(?:[:.h]\d{2}){1,2}(?:[.,]\d+)?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?|\d{1,2}\s?(?:Uhr|h)\b)/giu;
const BEHIND_CLOCK = /[)\]*_`"']{0,4}/y;
const MAY_BE_ZONE = /^\s*[([]?\s?[\p{L}+\-−]/u;
const ISO_OFFSET = /\dT\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?([+\-−]\d{2}:?\d{2})/gu;
/** Of something that lies in a zone: "EST customers". */
const OF_SOMETHING =
  /^\s+(?:regions?|offices?|servers?|clusters?|customers?|users?|teams?|sites?|data ?cent(?:er|re)s?)\b/i;
const NOT_UTC = /\b(?:not|no|nicht|kein|pas|non|sin|não)\b/i;
const TIMES_IN_UTC =
  /\b(?:times?(?:stamps?)?|clocks?|zeiten|heures|horas)\b[^.\n]{0,40}\b(?:UTC|GMT)\b(?!\s?(?:[+\-−]|plus|minus)\s?\d)|\b(?:UTC|GMT)\s+(?:times?(?:stamps?)?|zone)\b/i;

/**
 * TM-32: a zone other than UTC that a text names anywhere, so that times beside it are not UTC for certain; null for none,
 * and for a text that says of its times that they are in UTC. Of one that says that they are not, those words.
 */
export function mentionedZone(text: string): string | null {
  const denied = deniedUtc(aboutTimes(text));
  return otherZoneIn(text, denied !== null) ?? denied;
}

/** The same of a title, which says of what happened that it was not in UTC: "Log timestamps not in UTC after deploy". */
export const zoneInTitle = (title: string): string | null => otherZoneIn(title, false);

function otherZoneIn(text: string, isDenied: boolean): string | null {
  const words = aboutTimes(text);
  if (!isDenied && TIMES_IN_UTC.test(words) && !NOT_UTC.test(words)) return null;
  return (
    zoneInShortLines(words) ??
    zoneBehindClock(words) ??
    zoneInBrackets(words) ??
    spokenClockIn(words) ??
    REGION.exec(words)?.[1] ??
    otherThanUtc(words.match(OFFSET)) ??
    otherThanUtc((words.match(PLACE) ?? []).filter(isPlace)) ??
    shortNameIn(words)
  );
}

/** The zone other than UTC that stands behind a clock in a text: "at 10:00 CET"; null for none. */
export function zoneBehindClock(text: string): string | null {
  const offsets = [...text.matchAll(ISO_OFFSET)].map(([, offset = '']) => offset);
  const behind = [...text.matchAll(CLOCK)].flatMap(({ index, 0: clock }) => {
    BEHIND_CLOCK.lastIndex = index + clock.length;
    BEHIND_CLOCK.test(text);
    const at = BEHIND_CLOCK.lastIndex;
    return MAY_BE_ZONE.test(text.slice(at, at + 8)) ? (zoneHere(text, at) ?? []) : [];
  });
  return otherThanUtc([...offsets, ...behind]);
}

/**
 * The zone, UTC too, that an event begins with: `(PT) down`, `PST/18:00 UTC: down`, `-05:00 down`; null for none. It stands
 * right behind the time.
 */
export function zoneAtStart(event: string): string | null {
  const [offset] = /^\s*[+\-−]\d{1,2}:?(?:\d{2})?(?![\d.%])(?=[\s:;,)]|$)/.exec(event) ?? [];
  if (offset !== undefined && /\d{2}/.test(offset)) return offset.trim();
  const words = event.slice(0, LONGEST_START).replace(/^[\s–—:,|/*_`-]+/, '');
  const [, bracketed] = /^[([]([^()[\]]{1,40})[)\]]/.exec(words) ?? [];
  if (bracketed !== undefined) return zoneAlone(bracketed);
  const [place] = words.match(PLACE) ?? [];
  if (place !== undefined && words.startsWith(place) && isPlace(place)) return place;
  const [name] = words.match(NAME) ?? [];
  if (name !== undefined && words.startsWith(name) && !OF_SOMETHING.test(words.slice(name.length)))
    return name;
  const [apart = ''] = /^[^:|,;/)\]–—\n]*/.exec(words) ?? [];
  const end = apart.search(/\s-\s/);
  const start = (end < 0 ? apart : apart.slice(0, end)).trim();
  return start === '' || /^\d/.test(start) ? null : zoneAlone(start);
}

const LONGEST_START = 80;

/** In a long listing no line alone is about the times below. */
const MOST_LINES = 200;

function zoneInShortLines(text: string): string | null {
  const lines = text.split('\n', MOST_LINES + 1);
  return lines.length > MOST_LINES ? null : otherThanUtc(lines.flatMap((line) => zoneAlone(line) ?? []));
}

const zoneInBrackets = (text: string): string | null =>
  otherThanUtc(
    [...text.matchAll(BRACKETED)].flatMap(([, words = '']) =>
      ALSO_A_WORD.has(words.trim()) ? [] : (zoneAlone(words) ?? []),
    ),
  );

function shortNameIn(text: string): string | null {
  for (const { index, 0: name } of text.matchAll(NAME))
    if (!OF_SOMETHING.test(text.slice(index + name.length, index + name.length + 20)))
      return otherThanUtc(name.split('/')) === null ? null : name;
  return null;
}

function zoneHere(text: string, at: number): string | null {
  const cursor = cursorOn(text, at);
  const zone = readWrittenZone(cursor, LEAD_RULES, true);
  if (zone !== null) return zone;
  const [, name = ''] = /^\s*[([]?\s?([A-Z]{3,5})(?![\p{L}\d_'’-])/u.exec(text.slice(at, at + 12)) ?? [];
  return isOtherZoneName(name) ? name : null;
}

function otherThanUtc(zones: readonly string[] | null): string | null {
  return (
    zones?.find((zone) => !isUtc(readZone(zone.replace(/^etc\//i, ''))) && !/^greenwich$/i.test(zone)) ?? null
  );
}

/** What lies in a region, and addresses, speak of no times: `Region: Central`. */
const OF_REGIONS =
  /^[^\p{L}\n]*(?:(?:affected|impacted)\b.*|(?:regions?|locations?|offices?|sites?|teams?|services?|customers?|tenants?|clusters?)[^\S\n]*:.*)$/gimu;
const aboutTimes = (text: string): string =>
  text
    .replace(/(?:https?|mailto):\S+/gi, ' ')
    .replace(OF_REGIONS, ' ')
    .replace(DOTTED, (name) => name.replaceAll('.', ''));
