import { cursorOn, take } from './cursor.ts';
import { LEAD_RULES } from './readingRules.ts';
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

/**
 * TM-18: splits `TIME separator rest`, after a bullet and within brackets too, or returns null for a line
 * that only happens to begin with a number. A clock with a colon, or an hour with AM or PM, may be followed
 * by a mere space; a day alone or `??` needs a dash, a colon, a bar or a tab.
 */
export function leadingTime(line: string): LeadingTime | null {
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
