/**
 * The time of a timeline row. Flat, each field one scalar, as a row's attributes hold it.
 * docs/time.md is the specification; its rules (TM-1, TM-2...) are named in comments and tests.
 */
export interface RowTime {
  /** UTC `YYYY-MM-DDTHH:MM[:SS]`; `YYYY-MM-DD`, the day as written, where only that is known; else null. */
  readonly at: string | null;
  /** The end of a range in UTC, in the form that `at` has. */
  readonly until: string | null;
  /** The row is a range whose end nobody knows: `12:26–??`. */
  readonly untilUnknown: boolean;
  readonly precision: Precision;
  /** What was written, where that says more than the other fields: another zone, a remark, or no time at all. */
  readonly asWritten: string | null;
  /** The zone as written that the time was converted from, or could not be. It may stand outside `asWritten`. */
  readonly zone: string | null;
  /** Why `asWritten` was not converted; then `at` is null. */
  readonly unsettled: Unsettled | null;
}

/** `day`: the day is known and the clock is not. `unknown`: neither is. */
export type Precision = 'exact' | 'about' | 'day' | 'unknown';

export const PRECISIONS: readonly Precision[] = ['exact', 'about', 'day', 'unknown'];

export const UNSETTLED = [
  /** The name belongs to zones of different offsets: IST. */
  'ambiguous-zone',
  /** Letters stand where a zone would, and we do not know them. */
  'unknown-zone',
  /** The zone's places had another offset at that instant: CET in July. */
  'zone-not-in-use',
  /** The name and the offset beside it differ: PST (UTC-7). */
  'zone-contradicts-offset',
  /** `22:30-05:00` may be a night's range or a time at UTC-5. */
  'range-or-offset',
  /** The day is missing, unreadable or not in the calendar. */
  'date-unknown',
  'not-a-time',
] as const;

export type Unsettled = (typeof UNSETTLED)[number];

/** Nothing written, and also `??`: no time is known. */
export const NO_TIME: RowTime = {
  at: null,
  until: null,
  untilUnknown: false,
  precision: 'unknown',
  asWritten: null,
  zone: null,
  unsettled: null,
};

/** Text that stays as it was written, flagged with the reason. */
export function unsettledTime(asWritten: string, unsettled: Unsettled, zone: string | null = null): RowTime {
  return { ...NO_TIME, asWritten, zone, unsettled };
}

/** The row's instant, or null where only its day or nothing is known. */
export function instantOfRow(time: RowTime): string | null {
  return time.at !== null && time.at.length > 10 ? time.at : null;
}

/** The row's day `YYYY-MM-DD`, or null. */
export function dayOfRow(time: RowTime): string | null {
  return time.at === null ? null : time.at.slice(0, 10);
}

/** True where two times agree in every field. */
export function sameTime(one: RowTime, two: RowTime): boolean {
  const fields = Object.keys(NO_TIME) as (keyof RowTime)[];
  return fields.every((field) => one[field] === two[field]);
}
