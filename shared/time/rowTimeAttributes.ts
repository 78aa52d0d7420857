import { isDate } from './calendarDate.ts';
import { isInstant } from './instant.ts';
import { NO_TIME, type RowTime, sameTime, UNSETTLED, type Unsettled, unsettledTime } from './rowTime.ts';

/** A row's time as attributes of its node: what says nothing is null, so that it takes no place in the file. */
export type RowTimeAttributes = {
  readonly at: string | null;
  readonly until: string | null;
  readonly untilUnknown: true | null;
  /** Null for an exact time, and where nothing is written. */
  readonly precision: 'about' | 'day' | 'unknown' | null;
  readonly asWritten: string | null;
  readonly zone: string | null;
  readonly unsettled: string | null;
};

/** TM-30: the attributes that hold a time. */
export function attributesOfTime(time: RowTime): RowTimeAttributes {
  const { precision } = time;
  return {
    ...time,
    untilUnknown: time.untilUnknown || null,
    precision: precision === 'exact' || sameTime(time, NO_TIME) ? null : precision,
  };
}

/**
 * DF-5: all the attributes of a time, for a row that is given another one: `false` where the time says nothing, since
 * what is absent would give way to a field of somebody else's time.
 */
export const wholeTimeAttributes = (time: RowTime): Readonly<Record<string, string | boolean>> =>
  Object.fromEntries(Object.entries(attributesOfTime(time)).map(([name, value]) => [name, value ?? false]));

/**
 * TM-30: the time that attributes hold, whatever a merge or another program has made of them. In a mixture of two
 * times a reason why a time was not settled wins over the time, so that somebody looks; an end before its start is
 * left out.
 */
export function timeOfAttributes(attributes: Readonly<Record<string, unknown>>): RowTime {
  const asWritten = textOf(attributes.asWritten);
  const zone = asWritten === null ? null : textOf(attributes.zone);
  const at = textOf(attributes.at);
  const unsettled = attributes.unsettled;
  if (asWritten !== null && isUnsettled(unsettled)) return unsettledTime(asWritten, unsettled, zone);
  if (at === null) return { ...NO_TIME, asWritten, zone };
  if (!isInstant(at) && !isDate(at)) return unsettledTime(asWritten ?? at, 'not-a-time', zone);
  const until = endOf(at, textOf(attributes.until));
  const isDay = at.length === 10;
  const precision = isDay ? 'day' : attributes.precision === 'about' ? 'about' : 'exact';
  const untilUnknown = !isDay && until === null && attributes.untilUnknown === true;
  return { at, until, untilUnknown, precision, asWritten, zone, unsettled: null };
}

function endOf(at: string, until: string | null): string | null {
  if (until === null || until < at) return null;
  return (at.length === 10 ? isDate(until) : isInstant(until)) ? until : null;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const isUnsettled = (value: unknown): value is Unsettled =>
  typeof value === 'string' && (UNSETTLED as readonly string[]).includes(value);
