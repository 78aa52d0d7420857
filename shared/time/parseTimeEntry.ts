import { minuteOfNow } from './instant.ts';
import { readConverted, readUnconverted, wholeTime } from './original.ts';
import { relativeTime } from './relativeTime.ts';
import { NO_TIME, type RowTime, unsettledTime } from './rowTime.ts';
import { type DayChoice, settleTime } from './settleTime.ts';
import { dayChoiceOf, type TimeEntryContext } from './timeEntryContext.ts';
import { saysMore, type WrittenTime } from './writtenTime.ts';
import { readZone, UTC, type Zone } from './zone.ts';

/** Longer text is no time; it is kept as it is and not searched for one. */
const LONGEST = 200;

/** Reads what was typed as a row's time. Whatever it is, nothing of it is lost (TM-13). */
export function parseTimeEntry(text: string, context: TimeEntryContext): RowTime {
  const typed = text.trim();
  if (typed === '') return NO_TIME;
  if (typed.length > LONGEST) return unsettledTime(typed, 'not-a-time');
  if (/^now$/i.test(typed)) return { ...NO_TIME, at: minuteOfNow(context.now), precision: 'exact' };
  return (
    relativeTime(typed, context) ??
    convertedTime(typed, context) ??
    unconvertedTime(typed, context) ??
    plainTime(typed, null, context) ??
    unreadable(typed)
  );
}

function convertedTime(typed: string, context: TimeEntryContext): RowTime | null {
  const converted = readConverted(typed);
  if (converted === null) return null;
  const settled = settleTime(converted.utc, UTC, dayChoiceOf(context));
  return settled.unsettled === null ? { ...settled.time, ...converted.original } : null;
}

function unconvertedTime(typed: string, context: TimeEntryContext): RowTime | null {
  const original = readUnconverted(typed);
  return original === null ? null : plainTime(original.asWritten, original.zone, context);
}

function plainTime(words: string, zoneApart: string | null, context: TimeEntryContext): RowTime | null {
  const written = wholeTime(words);
  if (written === null) return null;
  const zoneText = written.zone ?? zoneApart;
  return settleWith(
    words,
    written,
    zoneText === null ? UTC : readZone(zoneText),
    zoneText,
    dayChoiceOf(context),
  );
}

/** Settles written words by a zone that may be another than `zoneText`, what was written for it, says. */
export function settleWith(
  words: string,
  written: WrittenTime,
  zone: Zone,
  zoneText: string | null,
  days: DayChoice,
): RowTime {
  const settled = settleTime(written, zone, days);
  if (settled.unsettled !== null) return unsettledTime(words, settled.unsettled, zoneText);
  const plain = (zoneText === null || /^(?:z|utc)$/i.test(zoneText)) && !saysMore(written);
  return plain ? settled.time : { ...settled.time, asWritten: words, zone: zoneText };
}

/** A time and letters that may be a zone, or no time at all. */
function unreadable(typed: string): RowTime {
  const [, rest = '', letters = ''] = /^(.*\d)\s*((?![ap]m$)[a-z]{2,5})$/is.exec(typed) ?? [];
  const before = wholeTime(rest);
  const isZone = before?.start?.kind === 'clock' && before.zone === null;
  return isZone ? unsettledTime(typed, 'unknown-zone', letters) : unsettledTime(typed, 'not-a-time');
}
