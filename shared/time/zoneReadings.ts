import { secondsOf } from './instant.ts';
import { wholeTime } from './original.ts';
import { settleWith } from './parseTimeEntry.ts';
import { placeOffset } from './placeOffset.ts';
import type { RowTime } from './rowTime.ts';
import type { TimeEntryContext } from './timeEntryContext.ts';
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
 * empty where there is nothing to choose. The chosen time keeps what was written.
 */
export function zoneReadings(time: RowTime, context: TimeEntryContext): readonly ZoneReading[] {
  const { asWritten, zone, unsettled } = time;
  const written = asWritten === null ? null : wholeTime(asWritten);
  if (asWritten === null || written === null || unsettled === null) return [];
  if (unsettled === 'range-or-offset') return rangeAndOffset(asWritten, written, context);
  if (zone === null) return [];
  if (unsettled === 'unknown-zone') return zoneNamedNear(asWritten, written, zone, context);
  const read = (offset: number): RowTime =>
    settleWith(asWritten, written, { kind: 'offset', offset }, zone, context);
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
  context: TimeEntryContext,
): readonly ZoneReading[] {
  if (!isZoneName(zone) || (written.date === null && context.above === null)) return [];
  const inZone = settleWith(asWritten, written, readZone(zone), zone, context);
  const readings: readonly ZoneReading[] =
    inZone.unsettled === null ? [{ words: zone, time: inZone }] : zoneReadings(inZone, context);
  return [...readings, { words: 'UTC', time: settleWith(asWritten, written, UTC, null, context) }].filter(
    ({ time }) => time.unsettled === null,
  );
}

function rangeAndOffset(
  asWritten: string,
  written: WrittenTime,
  context: TimeEntryContext,
): readonly ZoneReading[] {
  const { end } = written;
  if (end === null || end.kind === 'unknown') return [];
  const clear = { ...written, rangeOrOffset: false };
  const rangeZone = written.zone === null ? UTC : readZone(written.zone);
  const range = settleWith(asWritten, clear, rangeZone, written.zone, context);
  const minutes = (clockSeconds(end) ?? 0) / 60;
  const zone: string = /[-−]\s?[\d:]+$/.exec(asWritten)?.[0] ?? utcOffsetName(-minutes);
  const offset = settleWith(
    asWritten,
    { ...clear, end: null },
    { kind: 'offset', offset: -minutes },
    zone,
    context,
  );
  const readings = [
    { words: 'A range', time: range },
    { words: utcOffsetName(-minutes), time: offset },
  ];
  return readings.filter(({ time }) => time.unsettled === null);
}
