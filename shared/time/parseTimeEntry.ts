import { addDays } from './calendarDate.ts';
import { parseDuration } from './durations.ts';
import { hasSeconds, instantOf, isInstant, minuteOfNow, secondsOf } from './instant.ts';
import { type NearTo, nearestDay } from './nearestDay.ts';
import { readConverted, readUnconverted, wholeTime } from './original.ts';
import { dayOfRow, instantOfRow, NO_TIME, type RowTime, unsettledTime } from './rowTime.ts';
import { type DayChoice, settleTime } from './settleTime.ts';
import { saysMore, type WrittenTime } from './writtenTime.ts';
import { readZone, UTC, type Zone } from './zone.ts';

/** What a typed time is read beside. Instants are UTC `YYYY-MM-DDTHH:MM`. */
export interface TimeEntryContext {
  /** The clock's present minute; seconds, a fraction and Z may follow. */
  readonly now: string;
  /** The nearest row above that has a time (`timeAbove`), or null. */
  readonly above: RowTime | null;
  readonly firstAlert: string | null;
}

/** Longer text is no time; it is kept as it is and not searched for one. */
const LONGEST = 200;
const ENDS_WITH_LETTERS = /^(.*\d)\s*((?![ap]m$)[A-Za-z]{2,5})$/is;

/** Reads what was typed as a row's time. Whatever it is, nothing of it is lost (TM-13). */
export function parseTimeEntry(text: string, context: TimeEntryContext): RowTime {
  const typed = text.trim();
  if (typed === '') return NO_TIME;
  if (typed.length > LONGEST) return unsettledTime(typed, 'not-a-time');
  if (/^now$/i.test(typed)) return { ...NO_TIME, at: minuteOfNow(context.now), precision: 'exact' };
  const relative = readRelative(typed, context);
  if (relative !== null) return relative;

  const converted = readConverted(typed);
  if (converted !== null) {
    const settled = settleTime(converted.utc, UTC, dayChoice(context));
    if (settled.unsettled === null) return { ...settled.time, ...converted.original };
  }
  const unconverted = readUnconverted(typed);
  const words = unconverted?.asWritten ?? typed;
  const written = wholeTime(words);
  if (written !== null) return settleEntry(words, written, unconverted?.zone ?? null, context);
  const [, rest = '', letters = ''] = ENDS_WITH_LETTERS.exec(typed) ?? [];
  const before = wholeTime(rest);
  const unknownZone = before?.start?.kind === 'clock' && before.zone === null;
  return unknownZone ? unsettledTime(typed, 'unknown-zone', letters) : unsettledTime(typed, 'not-a-time');
}

function settleEntry(
  words: string,
  written: WrittenTime,
  zoneApart: string | null,
  context: TimeEntryContext,
): RowTime {
  const zoneText = written.zone ?? zoneApart;
  const zone = zoneText === null ? UTC : readZone(zoneText);
  return settleWith(words, written, zone, zoneText, context);
}

/** Reads written words with a zone that may differ from what its text alone would say. */
export function settleWith(
  words: string,
  written: WrittenTime,
  zone: Zone,
  zoneText: string | null,
  context: TimeEntryContext,
): RowTime {
  const settled = settleTime(written, zone, dayChoice(context));
  if (settled.unsettled !== null) return unsettledTime(words, settled.unsettled, zoneText);
  const plain = (zoneText === null || /^(?:z|utc)$/i.test(zoneText)) && !saysMore(written);
  return plain ? settled.time : { ...settled.time, asWritten: words, zone: zoneText };
}

function dayChoice(context: TimeEntryContext): DayChoice {
  const near = nearTo(context);
  const day = 'instant' in near ? near.instant.slice(0, 10) : near.day;
  const today = minuteOfNow(context.now).slice(0, 10);
  return {
    dayFor: (clock, zone) => nearestDay(clock, zone, near),
    near: day,
    notAfter: addDays(Math.max(day, today), 1),
  };
}

/** TM-3: the row above, else the first alert, else today. */
function nearTo({ above, firstAlert, now }: TimeEntryContext): NearTo {
  const instant = above === null ? null : instantOfRow(above);
  if (instant !== null) return { instant };
  const day = above === null ? null : dayOfRow(above);
  if (day !== null) return { day };
  if (firstAlert !== null && isInstant(firstAlert)) return { instant: firstAlert };
  return { day: minuteOfNow(now).slice(0, 10) };
}

/** TM-4: `+5m`, `+1h30m`, `+5`, `-2m`: from the row above, else from the first alert. */
function readRelative(typed: string, { above, firstAlert }: TimeEntryContext): RowTime | null {
  const parts = /^([+\-−])\s*(\d.*)$/s.exec(typed);
  const minutes = parts === null ? null : parseDuration(parts[2] ?? '');
  if (minutes === null || /:|^\d{4}/.test(parts?.[2] ?? '')) return null;
  const alert = firstAlert !== null && isInstant(firstAlert) ? firstAlert : null;
  const from = above === null ? alert : instantOfRow(above);
  if (from === null) return unsettledTime(typed, 'date-unknown');
  const seconds = secondsOf(from) + (parts?.[1] === '+' ? minutes : -minutes) * 60;
  const precision = above?.precision === 'about' ? 'about' : 'exact';
  return { ...NO_TIME, at: instantOf(seconds, hasSeconds(from)), precision };
}
