import { cursorOn } from '../../../time/cursor.ts';
import { mentionedZone } from '../../../time/mentionedZone.ts';
import { type UnclearDay, unclearDay, unclearDayAlone } from '../../../time/unclearDay.ts';
import { readDate } from '../../../time/writtenDate.ts';
import { zoneAlone } from '../../../time/zoneAlone.ts';
import { zoneInHead } from '../../sections/statedZones.ts';
import { withNamedDay } from '../../sections/withNamedDay.ts';
import { type Lines, lineOf, tidy, wordsOf } from '../cells.ts';
import type { TimeContext } from './rowTimes.ts';

/** Tables with a column of days in front of the column of times: `Date | Time | Event`. */

export const isDayHead = (head: string): boolean =>
  /^(?:dates?|days?|datum|tag|jour|fecha|data|día|dia)(?: \([^()|]*\))?$/i.test(head);

const TIME_HEAD =
  /\b(?:times?(?:stamps?)?|when|date|hour|clock|uhrzeit|zeit|zeitpunkt|datum|heure|hora|horário|fecha)\b/i;

/** Whether a head is that of times: it says so, or is a zone and nothing else, `UTC`. */
export const isTimeHead = (head: string): boolean => TIME_HEAD.test(head) || isZoneHead(head);

export const isZoneHead = (head: string): boolean => !TIME_HEAD.test(head) && zoneAlone(head) !== null;

/** Whether the zone in a head can be nothing else: it names UTC or an offset from it, and not `EST` or `IST`. */
export const isOffsetHead = (head: string): boolean => /\b(?:UTC|GMT)\b|[+\-−]\d/.test(head);

/** The heads of a table of times; `day` is null where it has no column of days. */
export interface Heads {
  readonly day: string | null;
  readonly time: string;
  readonly others: readonly string[];
}

/**
 * The day that the head of the times names, `Uhrzeit am 24.11.2026`, and the zone that it or the one of the days states
 * hold for the table, `Date (CET) | Time`; what another one names may be theirs: `Event (times in CET)`.
 */
export function inColumns({ day, time, others }: Heads, outer: TimeContext): TimeContext {
  const onDay = withNamedDay(outer, time, unclearDayInHead, true);
  const context: TimeContext = HALF_OF_DAY.test(time) ? { ...onDay, inDoubt: ['open'] } : onDay;
  const stated = zoneInHead(time) ?? (day === null ? null : zoneInHead(day));
  if (stated !== null) return { ...context, statedZone: stated };
  const [mentioned] = others.flatMap((head) => mentionedZone(head) ?? []);
  return mentioned === undefined ? context : { ...context, statedZone: null, mentionedZone: mentioned };
}

/** In brackets a short name is a day: `Time (Thu)`, `Time (UTC, Thu)`. */
function unclearDayInHead(head: string): UnclearDay | null {
  const [, bracketed = ''] = /\(([^()]*)\)/.exec(head) ?? [];
  const [inBrackets = null] = bracketed.split(/[,;/]/).flatMap((words) => unclearDayAlone(words) ?? []);
  return unclearDay(head) ?? inBrackets;
}

/** `Time (PM)`, and not `Uhrzeit am 24.11.` */
const HALF_OF_DAY = /\b(?:[aA]\.[mM]|[pP]\.?[mM])\b|\b[aA][mM]\b(?!\s+(?:\d|\p{L}?\p{Ll}))/u;

/** A day and a time as they stand in two cells. */
export type DayAndTime = readonly [day: string, time: string];

/** A time's text parted behind the day that it begins with; the day is empty where it begins with none. */
export function partDay(text: string): DayAndTime {
  const cursor = cursorOn(text);
  if (readDate(cursor) === null) return ['', text];
  const [day, rest] = [text.slice(0, cursor.at), text.slice(cursor.at)];
  if (rest === '') return [day, ''];
  return rest.startsWith(' ') ? [day, rest.slice(1)] : ['', text];
}

/**
 * The lines of such a table with the day and the time of each row in one cell, and the head of the days; null
 * for every other table, and for one in which a day could not be told from the time again.
 */
export function joinDays(lines: Lines): { readonly day: string; readonly lines: Lines } | null {
  const [head = [], ...rows] = lines;
  const [day, time] = head.map((cell) => tidy(wordsOf(cell) ?? ''));
  if (day === undefined || time === undefined || head.length < 3) return null;
  if (!isDayHead(day) || !isTimeHead(time)) return null;
  const texts = rows.map(([dayCell = [], timeCell = []]) => joined(wordsOf(dayCell), wordsOf(timeCell)));
  if (texts.includes(null)) return null;
  return {
    day,
    lines: [head.slice(1), ...rows.map((row, at) => [lineOf(texts[at] ?? ''), ...row.slice(2)])],
  };
}

function joined(day: string | null, time: string | null): string | null {
  if (day === null || time === null) return null;
  const cells: DayAndTime = [tidy(day), tidy(time)];
  const text = cells.filter((cell) => cell !== '').join(' ');
  const [dayAgain, timeAgain] = partDay(text);
  return dayAgain === cells[0] && timeAgain === cells[1] ? text : null;
}
