import { attempt, type Cursor, cursorOn, take } from './cursor.ts';
import { withoutDeniedUtc } from './deniedUtc.ts';
import { isOtherZone, isOtherZoneName } from './otherZones.ts';
import { ENTRY_RULES } from './readingRules.ts';
import { readSpokenZone } from './spokenZone.ts';
import { isZoneName, readWrittenZone } from './writtenZone.ts';
import { isUtc, readZone } from './zone.ts';
import { zoneBesides } from './zoneBesides.ts';

/** A word about times, and after it, in the same sentence and near, what a zone's name can follow. */
const ABOUT_TIMES = /\b(?:times?(?:stamps?|line)?|time ?zone|tz|zone|clocks?)\b/giu;
const BEFORE_ZONE = /(?:\b(?:in|are|is|uses?|times?)\b|[:=(])\s*(?:the\s+)?(?=\S)/giu;
/** What is said of servers in a zone, or of something else by its name: "in CET region", "CET on that server", "EST 10". */
const SAYS_WHERE =
  /^\s+(?:regions?|offices?|servers?|clusters?|customers?|users?|were|was|had|has|on\s+(?:that|this|these|those|the|our|some)\b|\d+\s*\))/i;
const NEAR = 60;

/**
 * TM-16: the zone that a sentence, a column's head or a heading states for the times below it: "All times in
 * CET (GMT+1).", "Date and Time in CET", "Timeline (times in BST)", "Time (UTC)". Its text, or null. A sentence that says
 * of all times what is no zone that we know, "All times are Pacific", "All times are server time", gives those words.
 */
export function statedZone(text: string): string | null {
  const zone = zoneSaidIn(text);
  return zone !== null && isUtc(readZone(zone)) ? zoneSaidIn(withoutDeniedUtc(text)) : zone;
}

const zoneSaidIn = (text: string): string | null => knownZone(text) ?? zoneOfAllTimes(text);

function knownZone(text: string): string | null {
  for (const { index } of text.matchAll(ABOUT_TIMES)) {
    const [sentence = ''] = text.slice(index, index + NEAR).split(/[.\n]/);
    for (const before of sentence.matchAll(BEFORE_ZONE)) {
      const cursor = cursorOn(text, index + before.index + before[0].length);
      const zone = readWrittenZone(cursor, ENTRY_RULES, false);
      if (SAYS_WHERE.test(text.slice(cursor.at))) continue;
      // "in cat food" names no zone, "in UTC+1" and "in Europe/Oslo" do.
      if (zone !== null && (zone === zone.toUpperCase() || zone.includes('/'))) return zone;
    }
  }
  return null;
}

const TIMES =
  '(?:(?:dates? and )?times?(?:stamps)?|clock times|uhrzeiten|zeiten|zeitangaben|angaben|zeitstempel|heures|horaires|horodatages|horas|horarios|horários)(?!\\p{L})';
const ALL =
  '(?:all|alle|sämtliche|toutes|tous|todas|todos)(?:\\s(?:the|these|those|of|event|our|les|ces|las|los|as|os|diese))*';
/** The start of a sentence, or of what one says after "Please note that". */
const START =
  '(?:^|[.!?;:(*\\n–—-])\\s*(?:(?:please|note|nb|that|here|hier|hinweis|in (?:this|the) (?:report|document|timeline|post-?mortem))[,:]?\\s+)*';
const THE = '(?:(?:the|this|these|our|die|der|les|las|los|as|os)\\s+)?';
const SAID_OF_TIMES =
  '(?:\\s+(?:listed|shown|given|stated|mentioned|quoted|noted|displayed|reported|below|above|here|in|this|the|document|report|table|section|' +
  'post-?mortem|timeline|for|of|events?|hier|unten|angegeben|dans|ce|ci-dessous|en|este|neste|em))*?';
const VERB = '(?:\\s+(?:are|is|were|in|use|sind|sont|en|son|são|em)\\b|\\s*[:=(])';
/** "All times are X": a zone, or the words for a clock. */
const ALL_TIMES = new RegExp(`${START}${ALL}\\s+${TIMES}${SAID_OF_TIMES}${VERB}`, 'iuy');
const ZONE_LABEL =
  /\b(?:time ?zone|tz|time format|zeitzone|fuseau horaire|zona horaria|fuso horário)\s*(?:\([^()]*\)\s*)?[:=]/giu;
/** The same without a sign that ends the label: "The time zone is X", "Timezone – X". */
const TIME_ZONE = /\b(?:time ?zone|zeitzone)\s+(?:(?:is|used|ist|[-–—])\s+)*(?=\S)/giu;
/** "Times are X", "All times X", "All events in X": a zone only where X is one for certain. */
const SOME_TIMES = new RegExp(
  `${START}(?:(?:${ALL}\\s+|${THE})${TIMES}|${ALL}\\s+events)(?:${SAID_OF_TIMES}(?:${VERB})+)?`,
  'iuy',
);
/** "All times are X" within a sentence. */
const ALL_TIMES_WITHIN = new RegExp(`(?<!\\p{L})${ALL}\\s+${TIMES}${SAID_OF_TIMES}${VERB}`, 'giu');
/** "This timeline is in X": a zone only where X is called by a clock's name, as a city or a language is not. */
const ITS_TIMES = new RegExp(
  `${START}${THE}(?:timeline|events|entries|everything)${SAID_OF_TIMES}\\s+(?:are|is|uses?)\\b(?:\\s+(?:listed|shown|given|in))*`,
  'iuy',
);
const NAMES_A_CLOCK = /\b(?:pacific|eastern|central|mountain|local|time|time ?zone)\b/i;
/** The clock of somebody: "the team's time zone", "the time zone of the reporter". */
const SOMEBODYS_CLOCK =
  "(?:(?:our|their|my|your|[\\p{L}-]+(?:['’]s|s['’]))\\s(?:own\\s|local\\s)*time\\s?zones?|" +
  'time\\s?zones?\\sof\\s(?:the\\s|our\\s)?\\p{L}+)(?![\\p{L}\\d])';
const SOMEBODYS = new RegExp(`^${SOMEBODYS_CLOCK}`, 'iu');
const SOMEBODYS_HERE = new RegExp(`(?:\\s*(?:in|the|are|given)\\b)*\\s*(${SOMEBODYS_CLOCK})`, 'iuy');
const ARTICLES = /(?:\s*(?:in|the|our|are|given|der|die|en|heure de)\b)*\s*/iuy;

/** One of these is in all that the patterns below match, and is found sooner. */
const SAYS_TIMES = /time|zeit|angaben|heure|hor(?:a|od|á)|events|entries|everything|(?<![a-z])tz/iu;

/** What a sentence says of the clock of all times that is not UTC. */
function zoneOfAllTimes(text: string): string | null {
  if (!SAYS_TIMES.test(text)) return null;
  for (const { index } of text.matchAll(SENTENCE_START)) {
    const cursor = cursorOn(text, index);
    if (take(cursor, ALL_TIMES) !== null) {
      const sentence = sentenceAt(text, cursor.at);
      const words = zoneBesides(sentence);
      const isZone = zoneHere(cursor) !== null || SAYS_CLOCK.test(sentence);
      if (words !== null && (isZone || beginsWithZone(words))) return words;
      continue;
    }
    const isOfTimes = take(cursor, SOME_TIMES) !== null;
    if (!isOfTimes && take(cursor, ITS_TIMES) === null) continue;
    const zone = zoneSaidHere(cursor);
    if (zone !== null && (isOfTimes || isZoneName(zone) || isOtherZoneName(zone) || NAMES_A_CLOCK.test(zone)))
      return nameOf(zone);
  }
  for (const { index, 0: before } of [...text.matchAll(ALL_TIMES_WITHIN), ...text.matchAll(TIME_ZONE)]) {
    const zone = zoneSaidHere(cursorOn(text, index + before.length));
    if (zone !== null) return nameOf(zone);
  }
  const [label] = text.matchAll(ZONE_LABEL);
  return label === undefined ? null : zoneBesides(sentenceAt(text, label.index + label[0].length));
}

const nameOf = (zone: string): string | null => (SOMEBODYS.test(zone) ? zone : zoneBesides(zone));

function zoneSaidHere(cursor: Cursor): string | null {
  const zone = zoneHere(cursor);
  return SAYS_WHERE.test(cursor.text.slice(cursor.at)) ? null : zone;
}

function zoneHere(cursor: Cursor): string | null {
  const ofSomebody = take(cursor, SOMEBODYS_HERE)?.[1];
  if (ofSomebody !== undefined) return ofSomebody;
  take(cursor, ARTICLES);
  return (
    readSpokenZone(cursor, ENTRY_RULES) ??
    readWrittenZone(cursor, ENTRY_RULES, false) ??
    otherZoneNameHere(cursor)
  );
}

function otherZoneNameHere(cursor: Cursor): string | null {
  return attempt(cursor, () => {
    const name = take(cursor, CAPITALS)?.[1] ?? '';
    return isOtherZoneName(name) ? name : null;
  });
}

const CAPITALS = /\s*([A-Z]{3,5})(?![\p{L}\d/_'’-])/uy;

/** The words that are left of a sentence which says other things first: "approximate, Pacific"; or a name like HAEC. */
function beginsWithZone(words: string): boolean {
  const [first = ''] = words.split(/[\s,;()]/);
  return (
    readWrittenZone(cursorOn(words), { ...ENTRY_RULES, capitals: true }, false) !== null || isOtherZone(first)
  );
}

/** A clock that is called by other words: "by the clock of the office", "server time". */
const SAYS_CLOCK =
  /\b(?:local|clocks?|(?<!\b(?:the|that|this|any|same)\s)time)\b|zeit\b|\b(?:heure|hora)\b/iu;

const SENTENCE_START = /(?:^|[.!?;:(*\n–—-])(?=\s*\p{L})/gu;

/** The rest of a sentence, which another label ends too: `Time zone: Berlin Owner: Ann`. */
const sentenceAt = (text: string, at: number): string =>
  text.slice(at, at + NEAR).split(/[.;!?\n](?!\d)|(?=\s\p{Lu}\p{L}+:\s)/u)[0] ?? '';
