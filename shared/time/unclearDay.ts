import { WEEKDAY_PATTERN, weekdayNumber } from './calendarNames.ts';

/** A day that a text names without saying which it is; `weekday` (0 for Sunday) where that is all that it says. */
export interface UnclearDay {
  readonly weekday: number | null;
}

const COUNT =
  '(?:second|third|fourth|fifth|sixth|seventh|last|next|following|previous|(?:[2-9]|[1-3]\\d)(?:st|nd|rd|th)|' +
  'zweite[rn]?|dritte[rn]?|vierte[rn]?|letzte[rn]?|nächste[rn]?|folgende[rn]?|vorige[rn]?|[2-9]\\.|' +
  'deuxième|second|troisième|dernier|segundo|tercer|terceiro|último)';
/** Of several days, the second or a later one. */
const OF_SEVERAL = [
  '(?:day|tag|jour|día|dia)\\s(?:#\\s?)?(?:[2-9]|[1-3]\\d|two|three|four|five|six|seven)(?![\\d.])',
  `${COUNT}\\s(?:day|morning|evening|night|tag|morgen|jour|día|dia)(?!\\p{L})`,
  '(?:jour|día|dia)\\s(?:suivant|siguiente|seguinte|anterior|précédent)(?!\\p{L})',
  '(?:folgetag|vortag|lendemain|veille|day after|day before)(?!\\p{L})',
  '(?:an?|one|two|three|[1-9])\\sdays?\\slater(?!\\p{L})',
];
const WEEKDAY = `(${WEEKDAY_PATTERN})(?![\\p{L}\\d'’-]|\\.\\p{L})\\.?`;
/** What ends figures that are a day: nothing more, a sign or a clock. */
const APART = '(?=\\s*(?:$|[:;,()|–—]|-\\s|\\d{1,2}[:.h]\\d\\d))';
const FIGURES = [
  '(?!24/7)(?:[0-3]?\\d)/(?:[0-3]?\\d)(?:/\\d{2}(?:\\d{2})?)?',
  '[0-3]\\d\\.[01]\\d\\.(?:\\d{2})?',
  '[0-3]?\\d\\.[01]?\\d\\.',
  '[0-3]?\\d-[0-3]?\\d-\\d{4}',
  '20\\d{2}\\.\\s?[01]?\\d\\.\\s?[0-3]?\\d\\.?',
  '20\\d{2}[01]\\d[0-3]\\d',
  'the\\s[0-3]?\\d(?:st|nd|rd|th)',
].map((figures) => `${figures}(?![\\d\\p{L}/])${APART}`);
/** German figures in front of words too: `02.05. Ausfall`. A number of a section, `1.2. Recovery`, has no zeros. */
const FIGURES_OF_DAY = '(?:0\\d|[12]\\d|3[01])\\.(?:0\\d|1[0-2])\\.(?=\\s)';
/** With a name of a month in a language that is not known: `3 maggio 2024`. */
const NAMED = '[0-3]?\\d\\.?\\s(?:de\\s)?\\p{L}{3,12}\\.?,?\\s(?:de\\s)?20\\d{2}(?!\\d)';

const TIMES_OF_DAY = '(?:early|late|morning|afternoon|evening|night|morgen|abend|matin|soir)(?!\\p{L})';
const ARTICLES = '(?:(?:on|the|by|am|an|den|der|dem|le|la|el|em|na|no|o|al|au)\\s)*';
const DAY = [...OF_SEVERAL, ...FIGURES, FIGURES_OF_DAY, NAMED].join('|');
/** `The Friday deploy` is of a deploy. */
const OF_SOMETHING = `(?!the\\s${WEEKDAY_PATTERN}\\s(?!${TIMES_OF_DAY})\\p{L})`;
const AT_START = new RegExp(`^[^\\p{L}\\d]*${OF_SOMETHING}${ARTICLES}(?:${WEEKDAY}|${DAY})`, 'iu');
const AT_END = new RegExp(
  `(?:[:–—,(/|]\\s*|\\s-\\s|\\b(?:on|am|le|el)\\s)${ARTICLES}(?:${WEEKDAY}|${DAY})[^\\p{L}\\d]*$`,
  'iu',
);
const ALONE = new RegExp(
  `^[^\\p{L}\\d]*${ARTICLES}(?:${WEEKDAY}|${DAY})(?:\\s${TIMES_OF_DAY})*[^\\p{L}\\d]*$`,
  'iu',
);
/** Short names of weekdays are words of other things: `Sun`, `Sat`. */
const SHORT = /^.{3,5}$/u;
/** Parts of something: `(1/2)`, `Part 2/3`. */
const PARTS =
  /\((?:[1-4])\/[2-4]\)|\b(?:part|phase|step|page|wave|stage|round|teil|partie|parte|no)\.?\s\d+\/\d+/giu;
const LONGEST = 120;

/** TM-16: the day that a text begins or ends with and that cannot be told from it: `Thursday`, `Day 2`, `3/5`, `Next day`. */
export const unclearDay = (text: string): UnclearDay | null => dayBy([AT_START, AT_END], text);

/** The same for a text that begins with it. */
export const unclearDayAtStart = (text: string): UnclearDay | null => dayBy([AT_START], text);

/** The same for a text that says nothing else. */
export const unclearDayAlone = (text: string): UnclearDay | null => dayBy([ALONE], text);

function dayBy(patterns: readonly RegExp[], text: string): UnclearDay | null {
  if (text.length > LONGEST) return null;
  const words = text.replace(PARTS, ' ').replace(/\s+/g, ' ').trim();
  for (const pattern of patterns) {
    const [whole, weekday] = pattern.exec(words) ?? [];
    if (whole === undefined) continue;
    if (weekday === undefined) return { weekday: null };
    if (!SHORT.test(weekday) || ALONE.test(words)) return { weekday: weekdayNumber(weekday) };
  }
  return null;
}
