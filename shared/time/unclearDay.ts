import { weekdayOf } from './calendarDate.ts';
import { WEEKDAY_PATTERN, weekdayNumber } from './calendarNames.ts';

/** A day that a text names without saying which it is, and what it says of it. */
export interface UnclearDay {
  /** 0 for Sunday, where that is all that it says; else null. */
  readonly weekday: number | null;
  /** The weekday has its short name, `Fri`. */
  readonly isShort: boolean;
  /** `MM-DD` of German figures without a year, `24.11.`; else null. */
  readonly ofYear: string | null;
}

const COUNT =
  '(?:second|third|fourth|fifth|sixth|seventh|last|next|following|previous|(?:[2-9]|[1-3]\\d)(?:st|nd|rd|th)|' +
  'zweite[rn]?|dritte[rn]?|vierte[rn]?|letzte[rn]?|nächste[rn]?|folgende[rn]?|vorige[rn]?|[2-9]\\.|' +
  'deuxième|second|troisième|dernier|segundo|tercer|terceiro|último)';
const UNIT = '(?:days?|nights?|weeks?|months?)';
const SOME = '(?:\\d{1,2}|an?|one|two|three|four|five|six|seven|some|several|an?\\s(?:few|couple\\sof))';
/** So much later in other languages: a number and a unit, and how each says that it is later. */
const LATER_ABROAD = [
  '(?:\\d{1,2}|einen?|eine|einige|zwei|drei|vier|fünf)\\s(?:tage?|wochen?|monate?)\\sspäter',
  '(?:\\d{1,2}|une?|deux|trois|quatre|cinq|quelques)\\s(?:jours?|semaines?|mois)\\s(?:plus\\stard|après)',
  '(?:\\d{1,2}|una?|dos|tres|unos|unas)\\s(?:días?|semanas?)\\s(?:después|más\\starde)',
  '(?:\\d{1,2}|uma?|dois|duas|três)\\s(?:dias?|semanas?)\\s(?:depois|mais\\starde)',
];
/** Of several days, the second or a later one. */
const OF_SEVERAL = [
  '(?:day|tag|jour|día|dia)\\s(?:#\\s?)?(?:[2-9]|[1-3]\\d|two|three|four|five|six|seven)(?![\\d.])',
  `${COUNT}\\s(?:day|week|month|morning|evening|night|tag|woche|morgen|jour|semaine|día|dia|semana)(?!\\p{L})`,
  '(?:jour|día|dia|semana|semaine)\\s(?:suivante?|siguiente|seguinte|anterior|précédente?)(?!\\p{L})',
  '(?:folgetag|vortag|lendemain|veille|(?:day|week|month) (?:after|before))(?!\\p{L})',
  '(?:tomorrow|yesterday|übermorgen|gestern|demain|amanhã|domani|ieri)(?!\\p{L})',
  `${SOME}\\s${UNIT}\\slater(?!\\p{L})`,
  '(?:1[3-9]|[2-9]\\d)\\s?(?:hours|hrs|h)\\slater(?!\\p{L})',
  `(?:${LATER_ABROAD.join('|')})(?!\\p{L})`,
  // `T+1` may also be the first hour or minute, which is said behind it: `T+1h`.
  '[dj]\\s?\\+\\s?[1-9]\\d?(?![\\p{L}\\d:.])',
  't\\s?\\+\\s?[1-9](?:\\s?d(?:ays?)?(?!\\p{L})|(?![\\p{L}\\d.]|:\\d|\\s\\p{L}))',
  '翌日|翌朝|次の日|明日|前日|次日|第[二三四五六七2-7][天日]|[2-7]日目',
];
/** Months whose names are not read (TM-15), in Italian, Dutch and Polish. */
const MONTHS_ABROAD =
  '(?:gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|januari|februari|maart|mei|augustus|' +
  'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia)';
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
const NAMED_ABROAD = `[0-3]?\\d\\.?[ªº°]?\\s${MONTHS_ABROAD}(?!\\p{L})`;
const DAY = [...OF_SEVERAL, ...FIGURES, FIGURES_OF_DAY, NAMED, NAMED_ABROAD].join('|');
/** `The Friday deploy` is of a deploy. */
const OF_SOMETHING = `(?!the\\s${WEEKDAY_PATTERN}\\s(?!${TIMES_OF_DAY})\\p{L})`;
const AT_START = new RegExp(`^[^\\p{L}\\d]*${OF_SOMETHING}${ARTICLES}(?:${WEEKDAY}|${DAY})`, 'iu');
const AT_END = new RegExp(
  `(?:[:–—,(/|]\\s*|\\s-\\s|\\b(?:on|am|le|el)\\s)${ARTICLES}(?:${WEEKDAY}|${DAY})[^\\p{L}\\d]*$`,
  'iu',
);
/** Anywhere between other words. */
const WITHIN = new RegExp(
  `(?<![\\p{L}\\d.:/-])(?<!the\\s)${OF_SOMETHING}${ARTICLES}(?:${WEEKDAY}|${DAY})`,
  'iu',
);
const ALONE = new RegExp(
  `^[^\\p{L}\\d]*${ARTICLES}(?:${WEEKDAY}|${DAY})(?:\\s${TIMES_OF_DAY})*[^\\p{L}\\d]*$`,
  'iu',
);
/** Short names of weekdays are words of other things, `Sun`, `Sat`, but alone or beside a clock: `Fri 11:00`, `11:00 (Fri)`. */
const SHORT = /^.{3,5}$/u;
const CLOCK_BEFORE = /\d[:h]\d\d(?:\s?[ap]\.?m\.?)?[\s,(]*$/iu;
const CLOCK_BEHIND = /^[.,\s@]*\d{1,2}(?:[:h]\d\d|\s?[ap]\.?m\b)/iu;
/** A clock that has its own zone behind a short weekday: `Thu 07:00 JST`. */
const IN_OWN_ZONE =
  /^[\s(]*\p{L}{3,5}\.?,?\s+\d{1,2}(?:[:h]\d\d|\s?[AaPp]\.?[Mm]\b)(?:\s?[AaPp]\.?[Mm]\b\.?)?\s?(?![AP]M\b)(?:[A-Z]{2,5}\b|[+\-−]\d)/u;
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

/** TM-31: whether words beside a clock name another day than its own, or one that may be. */
export const saysOtherDay = (words: string | null, day: string | null): boolean =>
  words !== null && isOtherDay(dayBy([AT_START, AT_END, WITHIN], `(${words})`), day);

/** The same for a remark beside a clock: the day of `(Thu 07:00 JST)` is that of the clock in the remark. */
export const remarkSaysOtherDay = (remark: string | null, day: string | null): boolean =>
  saysOtherDay(remark?.replace(IN_OWN_ZONE, '') ?? null, day);

/** Whether a day that is named is another than a certain one, or may be: a weekday or `24.11.` alone may be its own. */
export function isOtherDay(named: UnclearDay | null, day: string | null): boolean {
  if (named === null || day === null) return named !== null;
  return weekdayOf(day) !== named.weekday && day.slice(5) !== named.ofYear;
}

function dayBy(patterns: readonly RegExp[], text: string): UnclearDay | null {
  if (text.length > LONGEST) return null;
  const words = text.replace(PARTS, ' ').replace(/\s+/g, ' ').trim();
  for (const pattern of patterns) {
    const found = pattern.exec(words);
    if (found === null) continue;
    const [whole, weekday] = found;
    if (weekday === undefined) return { weekday: null, isShort: false, ofYear: dayOfYear(whole) };
    const isShort = SHORT.test(weekday);
    const counts = !isShort || ALONE.test(words) || isBesideClock(words, found.index, whole);
    if (counts) return { weekday: weekdayNumber(weekday), isShort, ofYear: null };
  }
  return null;
}

const isBesideClock = (words: string, at: number, found: string): boolean =>
  CLOCK_BEFORE.test(words.slice(0, at)) || CLOCK_BEHIND.test(words.slice(at + found.length));

/** `MM-DD` of `24.11.` */
function dayOfYear(words: string): string | null {
  const [, day, month] = /(\d{1,2})\.(\d{1,2})\.(?!\d)/.exec(words) ?? [];
  return day === undefined || month === undefined
    ? null
    : `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
