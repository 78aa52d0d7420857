import { cursorOn, take } from './cursor.ts';
import { LEAD_RULES } from './readingRules.ts';
import { wordsBesideClock } from './wordsBesideClock.ts';
import { readWrittenTime, type WrittenTime } from './writtenTime.ts';

/** A line that begins with a time: the time's text, the rest, and where in the line the rest begins. */
export interface LeadingTime {
  readonly time: string;
  readonly rest: string;
  readonly restStart: number;
}

const BULLET = /\s*(?:[-*•–—]\s+)?/y;
const OPENING = /[[(]/y;
const CLOSING = /[\])]/y;
const STRONG = /\s*(?:[-–—:|;→]+(?=\s|$)|[\t|]|:(?=\D))\s*/y;
const WEAK = /(?:\s*[,.](?=\s))?\s+/y;
/** A length or a ratio, not a time: `5:30 hours later`. `05:12 second line` and `05:12 Minutes are sent` are times. */
const LENGTH =
  /^(?:(?:hours|hrs|minutes|mins|seconds|secs|ratio)\b|(?:hour|hr|minute|min|second|sec)\s+(?:later|after|before|ago|into|long|of)\b)/;
/** `1h30 later` is a length as well, in French too. */
const LENGTH_WITH_LETTER = /^(?:later|after|before|ago|into|long|plus\s+tard|après|avant)(?!\p{L})/iu;

/** `22:00 +1d fixed` */
const DAYS = /^[+\-−]\s?\d\s?d(?:ays?)?(?![\p{L}\d])/iu;

/**
 * TM-18: splits a line as `leadingTimeAlone` does, and what stands behind the time and names a day that may be another
 * one, `22:00 (next day) fixed`, belongs to the time.
 */
export function leadingTime(line: string): LeadingTime | null {
  const lead = leadingTimeAlone(line);
  const words = lead === null ? null : (wordsBesideClock(lead.rest) ?? DAYS.exec(lead.rest)?.[0] ?? null);
  if (lead === null || words === null) return lead;
  const wordsEnd = line.indexOf(words, lead.restStart) + words.length;
  const end = line[wordsEnd] === ')' ? wordsEnd + 1 : wordsEnd;
  const at = line.indexOf(lead.time);
  const cursor = cursorOn(line);
  cursor.at = end;
  if (take(cursor, STRONG) === null) take(cursor, WEAK);
  const start = /[[(]/.test(line[at - 1] ?? '') ? at - 1 : at;
  return { time: line.slice(start, end), rest: line.slice(cursor.at), restStart: cursor.at };
}

/**
 * TM-18: splits `TIME separator rest`, after a bullet and within brackets too, or returns null for a line
 * that only happens to begin with a number. A clock with a colon, or an hour with AM or PM, may be followed
 * by a mere space; a day alone or `??` needs a dash, a colon, a bar or a tab.
 */
export function leadingTimeAlone(line: string): LeadingTime | null {
  const cursor = cursorOn(line);
  take(cursor, BULLET);
  const opening = take(cursor, OPENING);
  const start = cursor.at;
  const written = readWrittenTime(cursor, LEAD_RULES);
  const time = line.slice(start, cursor.at);
  if (written === null || time === '?') return null;
  if (opening !== null && take(cursor, CLOSING) === null) return null;
  const strong = take(cursor, STRONG) !== null;
  const weak = !strong && take(cursor, WEAK) !== null;
  const alone = line.slice(cursor.at).trim() === '';
  const certain = isCertain(written, time) || opening?.[0] === '[';
  if (!strong && !(certain && (weak || alone))) return null;
  const rest = line.slice(cursor.at);
  const isLength =
    LENGTH.test(rest) || (/\dh\d/i.test(time.replace(/\s/g, '')) && LENGTH_WITH_LETTER.test(rest));
  return !strong && isLength ? null : { time, rest, restStart: cursor.at };
}

function isCertain({ start, date }: WrittenTime, time: string): boolean {
  return start !== null && (start.kind === 'clock' || date !== null || time.includes(':'));
}
