import { attempt, type Cursor, take } from './cursor.ts';
import type { ReadingRules } from './readingRules.ts';
import type { WrittenClock } from './writtenClock.ts';
import { readDate, type WrittenDate } from './writtenDate.ts';
import { DATE_GAP, readSpan, takeAbout, type WrittenSpan } from './writtenSpan.ts';
import { readWrittenZone } from './writtenZone.ts';
import { readZone, type Zone } from './zone.ts';

/** A time as it stands in text, before anything is known about its day or its zone. */
export interface WrittenTime {
  readonly date: WrittenDate | null;
  /** Null where only a day is written. */
  readonly start: WrittenClock | null;
  readonly end: WrittenClock | null;
  readonly endDate: WrittenDate | null;
  readonly about: boolean;
  /** Whether of a range only the end is about right. */
  readonly aboutEnd: boolean;
  /** The zone's text. */
  readonly zone: string | null;
  readonly rangeOrOffset: boolean;
  /** A remark in brackets, without them, or `+1 d`, or the time in another zone behind a slash. */
  readonly note: string | null;
}

/** As Notion writes a day: `@May 1, 2024 10:00 AM (UTC)`. */
const MENTION = /@(?=[a-z\d])/iy;
const DAY_DASH = /\s*(?:[-–—]|\bto\b)\s*/iy;
const DATE_AFTER = /\s*,\s*(?:on\s+)?|\s+(?:on\s+)?/iy;
const OPEN = /\s*\(\s*(?:on\s+)?/iy;
const CLOSE = /\s*\)/y;
/** In brackets, or `+1 d` without them. */
const NOTE = /\s*\(([^()]*)\)|\s+([+\-−]\s?\d\s?d(?:ays?)?)(?![\p{L}\d])/iuy;
/** The time in another zone: `02:10 PST / 10:10 UTC`. */
const OTHER_TIME =
  /\s+\/\s+(\d{1,2}:\d\d(?::\d\d)?\s(?!am|pm)([a-z]{2,5}|utc[+\-−]\d{1,2}))(?![\p{L}\d:])/iuy;
const UNSURE =
  /\?|\b(?:maybe|perhaps|probably|possibly|not sure|unsure|uncertain|estimate[d]?|approx\w*|about|around|roughly|circa|ca)\b/i;

/** Reads as much of a time as stands here, or returns null and leaves the cursor where it was. */
export function readWrittenTime(cursor: Cursor, rules: ReadingRules): WrittenTime | null {
  return attempt(cursor, () => {
    take(cursor, MENTION);
    const about = takeAbout(cursor);
    const date = readDate(cursor);
    if (date === null) {
      const span = readSpan(cursor, rules, false);
      return span === null ? null : finish(cursor, rules, null, span, about);
    }
    const span = attempt(cursor, () => {
      const gap = take(cursor, DATE_GAP);
      return gap === null ? null : readSpan(cursor, rules, gap[0].toUpperCase() === 'T');
    });
    if (span !== null) return finish(cursor, rules, date, span, about);
    const endDate = attempt(cursor, () => (take(cursor, DAY_DASH) === null ? null : readDate(cursor)));
    const zone = readWrittenZone(cursor, rules, false);
    const note = rules.notes ? readNote(cursor) : null;
    return {
      date,
      start: null,
      end: null,
      endDate,
      about,
      aboutEnd: false,
      zone,
      rangeOrOffset: false,
      note,
    };
  });
}

function finish(
  cursor: Cursor,
  rules: ReadingRules,
  dateBefore: WrittenDate | null,
  span: WrittenSpan,
  aboutBefore: boolean,
): WrittenTime {
  const date = dateBefore ?? readDateAfter(cursor);
  const zone =
    span.zone ?? (dateBefore === null && date !== null ? readWrittenZone(cursor, rules, false) : null);
  const note = rules.notes ? (readNote(cursor) ?? (zone === null ? null : readOtherTime(cursor))) : null;
  const about = span.about || aboutBefore || (note !== null && UNSURE.test(note));
  const aboutEnd = span.aboutEnd && !aboutBefore;
  return { ...span, date, zone, about, aboutEnd, note };
}

/** `00:03 UTC (Oct 30)`, `13:00, Feb 21`, `13:00 on 2026-11-24`. */
function readDateAfter(cursor: Cursor): WrittenDate | null {
  const bracketed = attempt(cursor, () => {
    if (take(cursor, OPEN) === null) return null;
    const date = readDate(cursor);
    return date !== null && take(cursor, CLOSE) !== null ? date : null;
  });
  return bracketed ?? attempt(cursor, () => (take(cursor, DATE_AFTER) === null ? null : readDate(cursor)));
}

function readNote(cursor: Cursor): string | null {
  const [, bracketed, days] = take(cursor, NOTE) ?? [];
  return (bracketed ?? days)?.trim() ?? null;
}

/** The time in another zone behind one that has a zone as well; words that are no zone are left where they are. */
const readOtherTime = (cursor: Cursor): string | null =>
  attempt(cursor, () => {
    const [, time = null, zone = ''] = take(cursor, OTHER_TIME) ?? [];
    return time !== null && isKnown(readZone(zone)) ? time : null;
  });

const isKnown = (zone: Zone): boolean => zone.kind !== 'unclear' || zone.why !== 'unknown-zone';

/**
 * True for more than the fields of a row can hold: a remark, `12:??`, `2X:XX`, an end without a start, a day
 * or the end of a range that is only about right.
 */
export function saysMore({ note, start, end, date, about, aboutEnd }: WrittenTime): boolean {
  const partly = [start, end].some((clock) => clock?.kind === 'unknown' && clock.partly);
  const aboutDay = about && date !== null && start?.kind !== 'clock';
  return note !== null || partly || aboutDay || aboutEnd || (start?.kind === 'unknown' && end !== null);
}
