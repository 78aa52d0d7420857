import { describe, expect, test } from 'vitest';
import { carriedByRows } from './carriedByRows.ts';
import { besideInstant, type CarriedDay, onDayAlone } from './carriedDay.ts';
import { NO_TIME, type RowTime, unsettledTime } from './rowTime.ts';
import { zoneReadings } from './zoneReadings.ts';

const NO_DAY = onDayAlone(null, null);
const CONTEXT = { now: '2026-11-24T15:30', above: null, firstAlert: null };
const flagged = (...clocks: readonly string[]): readonly RowTime[] =>
  clocks.map((clock) => unsettledTime(clock, 'unknown-zone', 'CEST'));

/** What a choice makes of each row, alone and from the top: the first must not need the others. */
function chosen(times: readonly RowTime[], words: string, inForce: CarriedDay = NO_DAY) {
  const choose = (rows: readonly RowTime[], at: number): RowTime | undefined => {
    const carried = carriedByRows(rows, inForce)[at] ?? NO_DAY;
    return zoneReadings(rows[at] ?? NO_TIME, CONTEXT, carried).find((one) => one.words === words)?.time;
  };
  const alone = times.map((time, at) => choose(times, at) ?? time);
  const onward: RowTime[] = [...times];
  for (const at of times.keys()) onward[at] = choose(onward, at) ?? onward[at] ?? NO_TIME;
  expect(onward).toEqual(alone);
  return alone.map(({ at }) => at);
}

describe('TM-16 a row whose zone is chosen', () => {
  const rows = flagged('2026-07-10 10:00', '10:05', '10:10', '23:50', '00:20', '20:00');

  test('gets no day in a timeline that may run backwards, where it would be more than half a day away', () => {
    const backwards = flagged('00:20', '23:40', '23:00');
    expect(chosen(backwards, 'CEST', onDayAlone('2026-07-10', null))).toEqual([
      '2026-07-09T22:20',
      null,
      null,
    ]);
  });

  test('runs forward from the rows above, settled or not', () => {
    expect(chosen(rows, 'CEST')).toEqual([
      '2026-07-10T08:00',
      '2026-07-10T08:05',
      '2026-07-10T08:10',
      '2026-07-10T21:50',
      '2026-07-10T22:20',
      '2026-07-11T18:00',
    ]);
    expect(chosen(rows, 'UTC')).toEqual([
      '2026-07-10T10:00',
      '2026-07-10T10:05',
      '2026-07-10T10:10',
      '2026-07-10T23:50',
      '2026-07-11T00:20',
      '2026-07-11T20:00',
    ]);
  });

  test('has the day that is in force above the timeline', () => {
    expect(chosen(flagged('10:00', '23:50', '00:10'), 'CEST', onDayAlone('2026-07-10', null))).toEqual([
      '2026-07-10T08:00',
      '2026-07-10T21:50',
      '2026-07-10T22:10',
    ]);
    expect(chosen(flagged('00:30', '00:40'), 'CEST', besideInstant('2026-07-10T22:35'))).toEqual([
      '2026-07-10T22:30',
      '2026-07-10T22:40',
    ]);
  });

  test('has no day below a row whose day is not certain, and goes on above a row of the day before', () => {
    const doubted = [...flagged('2026-07-10 10:00'), unsettledTime('20:00 (Thu)', 'date-unknown')];
    expect(chosen([...doubted, ...flagged('10:00')], 'CEST')).toEqual(['2026-07-10T08:00', null, null]);
    expect(chosen(flagged('2026-07-10 10:00', '22:00 (previous day)', '10:30'), 'CEST')).toEqual([
      '2026-07-10T08:00',
      '2026-07-09T20:00',
      '2026-07-10T08:30',
    ]);
  });

  test('counts the days of remarks as an import does', () => {
    expect(
      chosen(flagged('2026-07-10 23:50', '00:10 (next day)', '02:00 (next day)', '02:10'), 'CEST'),
    ).toEqual(['2026-07-10T21:50', '2026-07-10T22:10', '2026-07-11T00:00', '2026-07-11T00:10']);
  });

  test('is beside the instant of a settled row of another zone', () => {
    const above: RowTime = { ...NO_TIME, at: '2026-07-10T22:30', precision: 'exact' };
    expect(chosen([above, ...flagged('00:40')], 'CEST')).toEqual(['2026-07-10T22:30', '2026-07-10T22:40']);
  });
});
