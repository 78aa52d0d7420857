import { MONTH_PATTERN, WEEKDAY_PATTERN } from './calendarNames.ts';

/** Words beside a word about times that name no zone but UTC, in the languages of the headings. */
const NO_ZONE: ReadonlySet<string> = new Set(
  [
    // UTC by its names.
    'utc gmt uct z zulu coordinated universal greenwich mean weltzeit',
    // Times and days.
    'time times timezone timestamp timestamps timeline stamp clock when date dates datetime day days hour hours hr hrs h minute minutes min mins m second',
    'seconds sec secs s am pm a p',
    'zeit zeiten uhrzeit uhrzeiten zeitpunkt zeitstempel zeitangabe zeitangaben datum tag tage stunde stunden uhr zeitraum',
    'heure heures horaire horaires horodatage jour jours horas hora horario horarios horário horários fecha fechas data datas día dia días dias tempo',
    // How they are written.
    'hh mm ss yyyy yy dd mmm format formatted iso rfc notation hms ymd',
    // How exact they are.
    'approximate approximated approximately approx about around circa ca rough roughly estimated estimate estimates exact actual precise accurate best guess ish',
    'ungefähr ungefähre etwa geschätzt geschätzte genaue approximatif approximative approximatives environ aproximada aproximado aproximadas aproximados',
    'unless otherwise noted stated specified indicated mentioned sofern nicht anders',
    // Of what they are.
    'event events incident start started starting begin began end ended of the at and or on in is are were be this that these all to from until till by for as an with was',
    'first last occurred occurrence occurring happened detected detection reported report observed recorded logged created updated alert log entry row',
    'der die das des von bis ab und oder im am an beginn start ende ereignis ereignisses vorfall sind in alle',
    "de du des le la les l d et ou à au aux début fin événement evenement l'événement incident sont en toutes tous",
    'el los las del y e o u inicio fin evento incidente son en todas todos',
    'do da dos das os as início fim são em',
    'angegeben gerundet données indiquées exprimées arrondies indicadas expresadas dadas mostradas',
    'below above document timeline postmortem table section logs taken rounded listed shown given their our here nearest',
  ].flatMap((words) => words.split(' ')),
);

const WORD =
  /(?<!\p{L})(?:UTC|GMT)\s?[+\-−]\d{1,2}(?::?\d{2})?(?![\d\p{L}])|[\p{L}][\p{L}'’]*|(?<![\d\p{L}][-+−]?)[+\-−]\d{1,2}(?::?\d{2})?(?![\d\p{L}])/giu;
const CALENDAR = new RegExp(`^(?:${MONTH_PATTERN}|${WEEKDAY_PATTERN})$`, 'iu');
const ORDINAL = /^(?:st|nd|rd|th)$/i;

/**
 * TM-16: what words about times say besides that they are times, in UTC, and how they are written: the words of a zone
 * that may not be known, `Pacific time`, `MEZ`, `-5`, or anything else that nobody can tell from one. Null for nothing.
 */
export function zoneBesides(text: string): string | null {
  const others = [...text.matchAll(WORD)].filter(
    ({ 0: word, index }) => !isNoZone(word) || isAlsoZone(word, index, text),
  );
  const [first] = others;
  const last = others.at(-1);
  if (first === undefined || last === undefined) return null;
  const words = text.slice(first.index, last.index + last[0].length);
  const after = words.includes('(') && !words.includes(')') ? /^\)/ : /^ times?\b/i;
  return `${words}${after.exec(text.slice(first.index + words.length))?.[0] ?? ''}`;
}

const isNoZone = (word: string): boolean =>
  NO_ZONE.has(word.toLowerCase()) || CALENDAR.test(word) || ORDINAL.test(word);

/** French words that are zones in capitals: `When (ET)`, not `DATE ET HEURE`. */
const ZONES_TOO: ReadonlySet<string> = new Set(['ET', 'LA']);
const isAlsoZone = (word: string, at: number, text: string): boolean =>
  ZONES_TOO.has(word) &&
  (/\p{Ll}/u.test(text) || /^\W*\w+\W*$/.test(text) || /[([,/–—-]\s*$/.test(text.slice(0, at)));
