import { attempt, type Cursor, take } from './cursor.ts';
import { offsetOrRange } from './offsetOrRange.ts';
import type { ReadingRules } from './readingRules.ts';
import { clockSeconds, readClock, type WrittenClock, withMeridiemOf } from './writtenClock.ts';
import { readDate, type WrittenDate } from './writtenDate.ts';
import { readWrittenZone } from './writtenZone.ts';
import { offsetMinutes } from './zone.ts';

/** A time of day, or two with a dash between, as they stand in text. */
export interface WrittenSpan {
  readonly start: WrittenClock;
  readonly end: WrittenClock | null;
  readonly endDate: WrittenDate | null;
  readonly about: boolean;
  /** TM-5: it is the end that is about right, and the start is not. */
  readonly aboutEnd: boolean;
  readonly zone: string | null;
  /** TM-8: a range or an offset, nobody can tell. */
  readonly rangeOrOffset: boolean;
}

export const ABOUT = /(?:[~≈∼]|(?:ca|c|circa|approx|approximately|about|around|roughly)(?:\.\s?|\s+))\s?/iy;
const ABOUT_AFTER = /\s?(?:[~≈∼](?!\s?\d)|\?(?!\?)|-?ish\b)/iy;
const DASH = /(\s*)([-–—‑−→~]|\bto\b|\buntil\b|\btill\b)(\s*)/iy;
export const DATE_GAP = /\s*,\s*(?:at\s+)?|T(?=\d)|\s+(?:at\s+|@\s?)?(?:[-–—|]\s+)?/iy;

export const takeAbout = (cursor: Cursor): boolean => take(cursor, ABOUT) !== null;

/** TM-5, TM-6, TM-8. `joined`: an ISO `T` stands before it, so that a hyphen begins an offset. */
export function readSpan(cursor: Cursor, rules: ReadingRules, joined: boolean): WrittenSpan | null {
  const aboutBefore = takeAbout(cursor);
  const start = readClock(cursor, rules);
  if (start === null) return null;
  const about = takeAboutAfter(cursor) || aboutBefore;
  const zone = readWrittenZone(cursor, rules, start.kind === 'clock' && start.colon);
  const rest = attempt(cursor, () => readEnd(cursor, rules, start, zone, joined));
  if (rest !== null) return { ...rest, about: rest.about || about, aboutEnd: rest.about && !about };
  return { start, end: null, endDate: null, about, aboutEnd: false, zone, rangeOrOffset: false };
}

const takeAboutAfter = (cursor: Cursor): boolean => take(cursor, ABOUT_AFTER) !== null;

function readEnd(
  cursor: Cursor,
  rules: ReadingRules,
  start: WrittenClock,
  startZone: string | null,
  joined: boolean,
): WrittenSpan | null {
  const from = cursor.at;
  const dash = take(cursor, DASH);
  if (dash === null) return null;
  const [, before = '', sign = '', after = ''] = dash;
  let about = takeAbout(cursor);
  const endDate = attempt(cursor, () => {
    const date = readDate(cursor);
    return date !== null && take(cursor, DATE_GAP) !== null ? date : null;
  });
  about = takeAbout(cursor) || about;
  const end = readClock(cursor, rules);
  if (end === null) return null;
  const clockEnd = cursor.at;
  about = takeAboutAfter(cursor) || about;
  const endZone = readWrittenZone(cursor, rules, false);
  if (startZone !== null && endZone !== null && startZone !== endZone) return null;
  const zone = endZone ?? startZone;
  const range: WrittenSpan = { start, end, endDate, about, aboutEnd: about, zone, rangeOrOffset: false };
  if (start.kind === 'unknown' || end.kind === 'unknown') return range;

  const early = withMeridiemOf(start, end);
  const maybeOffset = endZone === null && endDate === null && !about && after === '' && end.meridiem === null;
  if (!maybeOffset || (sign !== '-' && sign !== '−')) return { ...range, start: early };
  const offset = `-${cursor.text.slice(from + before.length + 1, clockEnd)}`;
  if (startZone !== null) {
    return { ...range, start: early, rangeOrOffset: mayBeOffsetOfZone(early, end, offset) };
  }
  const verdict = verdictOn(early, end, offset, before === '', joined || sign === '−');
  if (verdict === 'range') return { ...range, start: early };
  if (verdict === 'unclear') return { ...range, start: early, rangeOrOffset: true };
  const written = cursor.text.slice(from, clockEnd).trim();
  return {
    start,
    end: null,
    endDate: null,
    about: false,
    aboutEnd: false,
    zone: written,
    rangeOrOffset: false,
  };
}

/**
 * `14:02 CET-05:00`: a range in that zone, or what the writer takes for the zone's offset. Where the end is before
 * the start that may also be an offset that zones have east of Greenwich only.
 */
function mayBeOffsetOfZone(start: WrittenClock, end: WrittenClock, offset: string): boolean {
  if (start.kind === 'unknown' || end.kind === 'unknown' || end.second !== null) return false;
  if (offsetMinutes(offset) !== null) return true;
  const isBack = (clockSeconds(end) ?? 0) < (clockSeconds(start) ?? 0);
  return isBack && offsetMinutes(offset.replace('-', '+')) !== null;
}

/** `surely`: an ISO `T`, seconds in the first clock alone, or a true minus sign mark an offset. */
function verdictOn(
  start: WrittenClock,
  end: WrittenClock,
  offset: string,
  tight: boolean,
  surely: boolean,
): 'offset' | 'range' | 'unclear' {
  if (start.kind === 'unknown' || end.kind === 'unknown' || end.second !== null) return 'range';
  const [from, to] = [clockSeconds(start), clockSeconds(end)];
  if (from === null || to === null) return 'range';
  if ((surely || start.second !== null) && offsetMinutes(offset) !== null) return 'offset';
  return offsetOrRange(from, to, offset, tight ? 'tight' : 'leaning');
}
