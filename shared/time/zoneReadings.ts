import { type CarriedDay, carriedDay, cellZone } from './carriedDay.ts';
import { secondsOf } from './instant.ts';
import { wholeTime } from './original.ts';
import { settleWith } from './parseTimeEntry.ts';
import { placeOffset } from './placeOffset.ts';
import type { RowTime } from './rowTime.ts';
import type { DayChoice } from './settleTime.ts';
import { dayChoiceOf, type TimeEntryContext } from './timeEntryContext.ts';
import { clockSeconds } from './writtenClock.ts';
import type { WrittenTime } from './writtenTime.ts';
import { isZoneName } from './writtenZone.ts';
import { readZone, statedOffset, UTC, utcOffsetName } from './zone.ts';
import { meaningsOf } from './zoneNames.ts';

/** One way to read a time that was not settled, to be offered as a click. */
export interface ZoneReading {
  /** `UTC+5:30 (India)`, `UTC−8`, `A range`. */
  readonly words: string;
  readonly time: RowTime;
}

/**
 * The readings to choose from for a time that was not settled because of its zone (TM-8, TM-10 to TM-12);
 * empty where there is nothing to choose. The chosen time keeps what was written. Its day is the one in force, as rows run
 * forward (TM-16); without one it is chosen as when it is typed.
 *
 * @param carried what the rows above say of its day (`carriedByRows`)
 */
export function zoneReadings(
  time: RowTime,
  context: TimeEntryContext,
  carried: CarriedDay,
): readonly ZoneReading[] {
  const { carryDate, carryClock = null } = carried;
  // Below the first alert alone, its instant says more than its day.
  const daysIn = (zone: string | null): DayChoice =>
    carryDate === null
      ? dayChoiceOf(context)
      : carriedDay(carried, carryClock === null ? '' : cellZone(zone, null).key);
  return readingsOn(daysIn, time, carryDate !== null);
}

/** How the day is chosen for a clock in a zone; null for UTC. */
type DaysIn = (zone: string | null) => DayChoice;

function readingsOn(daysIn: DaysIn, time: RowTime, isDayInForce: boolean): readonly ZoneReading[] {
  const { asWritten, zone, unsettled } = time;
  const written = asWritten === null ? null : wholeTime(asWritten);
  if (asWritten === null || written === null || unsettled === null) return [];
  if (unsettled === 'range-or-offset') return rangeAndOffset(asWritten, written, daysIn);
  if (zone === null) return [];
  if (unsettled === 'unknown-zone') {
    return isDayInForce || written.date !== null ? zoneNamedNear(asWritten, written, zone, daysIn) : [];
  }
  const read = (offset: number): RowTime =>
    settleWith(asWritten, written, { kind: 'offset', offset }, zone, daysIn(zone));
  return offsetsFor(zone, unsettled, read).flatMap(({ offset, where }) => {
    const reading = read(offset);
    const words = where === null ? utcOffsetName(offset) : `${utcOffsetName(offset)} (${where})`;
    return reading.unsettled === null ? [{ words, time: reading }] : [];
  });
}

interface OffsetChoice {
  readonly offset: number;
  readonly where: string | null;
}

function offsetsFor(
  zone: string,
  unsettled: RowTime['unsettled'],
  read: (offset: number) => RowTime,
): readonly OffsetChoice[] {
  const named = meaningsOf(zone.replace(/\s?[([].*$/, ''));
  const meanings = named.map(({ offset, where }) => ({ offset, where }));
  if (unsettled === 'ambiguous-zone') return meanings;
  const [meaning] = named;
  if (meaning === undefined) return [];
  if (unsettled === 'zone-contradicts-offset') {
    const stated = statedOffset(zone);
    return stated === null ? meanings : [{ offset: stated, where: null }, ...meanings];
  }
  if (unsettled !== 'zone-not-in-use') return [];
  const { offset, where, places } = meaning;
  const at = read(offset).at;
  const inUse = places[0] === undefined || at === null ? offset : placeOffset(places[0], secondsOf(at));
  return [
    { offset: inUse, where },
    { offset, where: null },
  ];
}

/** The zone that the text names, or UTC, for a time of a known day (TM-32). */
function zoneNamedNear(
  asWritten: string,
  written: WrittenTime,
  zone: string,
  daysIn: DaysIn,
): readonly ZoneReading[] {
  if (!isZoneName(zone)) return [];
  const inZone = settleWith(asWritten, written, readZone(zone), zone, daysIn(zone));
  const readings: readonly ZoneReading[] =
    inZone.unsettled === null ? [{ words: zone, time: inZone }] : readingsOn(daysIn, inZone, true);
  return [
    ...readings,
    { words: 'UTC', time: settleWith(asWritten, written, UTC, null, daysIn(null)) },
  ].filter(({ time }) => time.unsettled === null);
}

function rangeAndOffset(asWritten: string, written: WrittenTime, daysIn: DaysIn): readonly ZoneReading[] {
  const { end } = written;
  if (end === null || end.kind === 'unknown') return [];
  const clear = { ...written, rangeOrOffset: false };
  const rangeZone = written.zone === null ? UTC : readZone(written.zone);
  const range = settleWith(asWritten, clear, rangeZone, written.zone, daysIn(written.zone));
  const minutes = (clockSeconds(end) ?? 0) / 60;
  const zone: string = /[-−]\s?[\d:]+$/.exec(asWritten)?.[0] ?? utcOffsetName(-minutes);
  const offset = settleWith(
    asWritten,
    { ...clear, end: null },
    { kind: 'offset', offset: -minutes },
    zone,
    daysIn(zone),
  );
  const readings = [
    { words: 'A range', time: range },
    { words: utcOffsetName(-minutes), time: offset },
  ];
  return readings.filter(({ time }) => time.unsettled === null);
}
