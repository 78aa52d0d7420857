import { textOf } from '../../../document/readBody.ts';
import type { BodyNode } from '../../../document/template.ts';
import { clockText, datedText } from '../../../time/canonicalTime.ts';
import { type CarriedDay, onDayAlone, onNoDay } from '../../../time/carriedDay.ts';
import {
  type HalfOfDay,
  halfOfDay,
  halvesInDoubt,
  lastClock,
  MERIDIEM,
  sayHalves,
} from '../../../time/halfOfDay.ts';
import { readConverted, readUnconverted, withOriginal } from '../../../time/original.ts';
import { parseTimeCell, type TimeCellContext, unreadableTime } from '../../../time/parseTimeCell.ts';
import { NO_TIME, type RowTime, sameTime, unsettledTime } from '../../../time/rowTime.ts';
import { attributesOfTime, timeOfAttributes } from '../../../time/rowTimeAttributes.ts';
import { isOtherDay, saysOtherDay, unclearDayAtStart } from '../../../time/unclearDay.ts';
import { PARTED, wordsBesideClock } from '../../../time/wordsBesideClock.ts';
import { readZone } from '../../../time/zone.ts';
import { namedDay } from '../../sections/dayIn.ts';
import type { Attrs } from '../attrs.ts';
import { tidy } from '../cells.ts';
import { firstLine } from '../lead.ts';

/** What the text has said before a time. */
export interface TimeContext extends CarriedDay {
  /** The zone that the text states for its times, `UTC` or another one; null where it states none. */
  readonly statedZone: string | null;
  /** A zone other than UTC that the text names near its times; where none is stated they are not UTC for certain. */
  readonly mentionedZone: string | null;
  /** Which clocks among these times may be either half of the day (TM-14); absent for none. */
  readonly inDoubt?: readonly HalfOfDay[];
  /** A timeline above says AM or PM, or is of 12 hours. */
  readonly saidHalves?: boolean;
  /** The clock of the last time above as it is written, in seconds since midnight; null or absent where none counts. */
  readonly clockAbove?: number | null;
}

/** Where nothing has been said before a time. */
export const NOTHING_SAID: TimeContext = {
  carryDate: null,
  carryClock: null,
  statedZone: null,
  mentionedZone: null,
};

/** Which times are written with their day. */
export type DateStyle = 'change' | 'each' | 'none';

export interface ReadTime {
  readonly time: RowTime;
  readonly context: TimeContext;
}

/** No time at all, from a cell that was left empty and is written empty again. */
const EMPTY_CELL: RowTime = { ...NO_TIME, asWritten: '' };

/**
 * Reads a time as it stands in a text. In a text that states another zone for its times, or names one and states none
 * (TM-32), one without a zone of its own stays as it was written and is flagged: it is no UTC time for certain. Null when
 * `text` is no time.
 */
export function readTime(text: string, context: TimeContext): ReadTime | null {
  if (text.trim() === '') return { time: EMPTY_CELL, context };
  const zone = otherZoneOf(context);
  const cellContext: TimeCellContext = { ...context, zone: null, perhapsZone: zone, digits: true };
  const cell = parseTimeCell(tidy(text), cellContext);
  if (cell === null) return null;
  const { time, dated: _, zoned, ...day } = cell;
  if (mayBeEitherHalf(text, context))
    return {
      // A zone that is not known has to be settled first.
      time: time.unsettled === 'unknown-zone' ? time : eitherHalf(text, time),
      context:
        cell.dated || day.carryDate === null
          ? { ...context, ...onDayAlone(day.carryDate, day.lastDay ?? null) }
          : context,
    };
  const carried = { ...context, ...day };
  const isUncertain = zone !== null && !zoned && (time.at ?? '').length > 10;
  return { time: isUncertain ? unsettledTime(tidy(text), 'unknown-zone', zone) : time, context: carried };
}

/** The end of a range of which only the start says it may be in any timeline; a time in UTC beside its original is certain. */
function mayBeEitherHalf(text: string, { inDoubt = [] }: TimeContext): boolean {
  const half = inDoubt.length > 0 || MERIDIEM.test(text) ? halfOfDay(text) : null;
  return half !== null && (half === 'part' || inDoubt.includes(half)) && readConverted(text.trim()) === null;
}

const eitherHalf = (text: string, { zone }: RowTime): RowTime =>
  unsettledTime(readUnconverted(text.trim())?.asWritten ?? tidy(text), 'not-a-time', zone);

/** TM-14: what the times of a timeline say of their halves of the day, to each other and to those below. */
export function halvesOfTimes(
  texts: readonly string[],
  { inDoubt = [], saidHalves = false, carryClock = null, clockAbove = null }: TimeContext,
): Pick<TimeContext, 'inDoubt' | 'saidHalves' | 'clockAbove'> {
  // Below a heading with a date no clock is above.
  const clock = carryClock === null ? null : clockAbove;
  const among = halvesInDoubt(texts, { saidHalves, clock });
  return {
    inDoubt: [...inDoubt, ...among],
    saidHalves: saidHalves || among.length > 0 || sayHalves(texts),
    clockAbove: lastClock(texts, clock),
  };
}

/** The zone other than UTC in which times may be that have none of their own; null where they are in UTC. */
function otherZoneOf({ statedZone, mentionedZone }: TimeContext): string | null {
  return statedZone === 'UTC' ? null : (statedZone ?? mentionedZone);
}

/** The same for a cell of a timeline: what cannot be read is kept as it is written. */
export const readAnyTime = (text: string, context: TimeContext): ReadTime =>
  readTime(text, context) ?? {
    time: unreadableTime(tidy(text)),
    context: namesOtherDay(text, context) ? { ...context, ...onNoDay(context) } : context,
  };

/** Whether words that are no time name another day than the one in force, anywhere in them. */
function namesOtherDay(words: string, { carryDate, lastDay = null }: TimeContext): boolean {
  const named = namedDay(words, carryDate ?? lastDay);
  return named === null ? saysOtherDay(words, carryDate) : named.day !== carryDate;
}

/** The same for a row: one without a time may name the day of those below it. */
export function readRowTime(text: string, event: readonly BodyNode[], context: TimeContext): ReadTime {
  const read = readAnyTime(text, context);
  if (text !== '' || !startsOtherDay(textOfLine(event), read.context)) return read;
  return { ...read, context: { ...read.context, ...onNoDay(read.context) } };
}

/**
 * Whether a line without a time begins with another day, or with a clock and one: `20:00 Thursday - down`. Behind the whole
 * name of a weekday may stand which it is: `Wednesday next week`.
 */
function startsOtherDay(line: string, context: TimeContext): boolean {
  const named = unclearDayAtStart(line);
  if (named !== null && named.weekday !== null && !named.isShort) return true;
  return (
    isOtherDay(named, context.carryDate) || namesOtherDay(CLOCK_AND_WORDS.exec(line)?.[0] ?? '', context)
  );
}

const CLOCK_AND_WORDS = new RegExp(`^\\s*\\d{1,2}[:.h]\\d\\d[^–—|]{0,60}?(?=${PARTED})`, 'u');

/** The words behind a time that may name its day, at the start of its event; null for none. */
export const wordsBeside = (event: readonly BodyNode[]): string | null => wordsBesideClock(textOfLine(event));

const textOfLine = (event: readonly BodyNode[]): string => firstLine(event).map(textOf).join('');

/** The text of a time that is read back as that very time in this context, where there is one. */
export function writeTime(time: RowTime, style: DateStyle, context: TimeContext): string {
  const { at, asWritten } = time;
  if (at === null) return asWritten === null ? '??' : writeOriginal(time, asWritten, context);
  if (asWritten !== null && asWritten !== '') return writeOriginal(time, asWritten, context);
  const clock = clockText(time);
  if (clock === null) return datedText(time);
  const utc = besideClock(context);
  const short = style === 'none' || (style === 'change' && context.carryDate === at.slice(0, 10));
  return short && restores(`${clock}${utc}`, time, context) ? `${clock}${utc}` : `${datedText(time)}${utc}`;
}

/** What says beside a clock that it is in UTC: in a text whose times may be in another zone it has to be said. */
export const besideClock = (context: TimeContext): string => (otherZoneOf(context) === null ? '' : ' UTC');

/** A time that was converted is written in UTC beside its original; every other one as it was written. */
function writeOriginal(time: RowTime, asWritten: string, context: TimeContext): string {
  if (asWritten === '') return '';
  const whole = withOriginal(time, { asWritten, zone: time.zone });
  if (isConverted(time) && !saysUtc(asWritten, time)) return whole;
  if (restores(asWritten, time, context)) return asWritten;
  return restores(whole, time, context, asWritten) ? whole : asWritten;
}

/** Whether what was written says the time in UTC as well: `13:14 EDT (17:14 UTC)`. */
const saysUtc = (asWritten: string, { at }: RowTime): boolean =>
  at !== null && asWritten.includes(`${at.slice(11)} UTC`);

/** Whether a time was written in another zone than UTC. */
export function isConverted({ at, zone }: RowTime): boolean {
  if (zone === null || at === null || at.length <= 10) return false;
  const read = readZone(zone);
  return read.kind !== 'offset' || read.offset !== 0;
}

/** Whether a text is read as this time; its own words, or others that it holds, may be what it remembers. */
function restores(text: string, time: RowTime, context: TimeContext, words = text): boolean {
  const read = readAnyTime(text, context).time;
  return sameTime(read, time) || sameTime({ ...read, asWritten: words }, time);
}

export const TIME_ATTRS = [
  'at',
  'until',
  'untilUnknown',
  'precision',
  'asWritten',
  'zone',
  'unsettled',
] as const;

/** A row's time, from its attributes. */
export function timeOfAttrs(attrs: Attrs): RowTime {
  const time = timeOfAttributes(attrs);
  return attrs.asWritten === '' && sameTime(time, NO_TIME) ? EMPTY_CELL : time;
}

/** The attributes of a time, those left out that say the usual. */
export const attrsOfTime = (time: RowTime): Attrs =>
  sameTime(time, EMPTY_CELL) ? { asWritten: '' } : { ...attributesOfTime(time) };
