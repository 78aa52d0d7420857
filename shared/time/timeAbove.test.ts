import { expect, test } from 'vitest';
import { NO_TIME, type RowTime, unsettledTime } from './rowTime.ts';
import { daySeparators, needsDaySeparator, timeAbove } from './timeAbove.ts';

const at = (instant: string): RowTime => ({
  ...NO_TIME,
  at: instant,
  precision: instant.length > 10 ? 'exact' : 'day',
});
const flagged = (text: string): RowTime => unsettledTime(text, 'ambiguous-zone', 'IST');

test('TM-3 the row above is the nearest one that has a time', () => {
  const times = [at('2026-11-24T14:02'), NO_TIME, flagged('14:05 IST'), at('2026-11-24T14:10')];
  expect(timeAbove(times, 3)).toBe(times[0]);
  expect(timeAbove(times, 4)).toBe(times[3]);
  expect(timeAbove(times, 99)).toBe(times[3]);
  expect(timeAbove(times, 0)).toBeNull();
  expect(timeAbove([NO_TIME, flagged('14:05 IST')], 2)).toBeNull();
});

test('TM-3 a flagged row that names its day gives the day', () => {
  const times = [at('2026-11-20T14:02'), flagged('2026-11-24 14:02 IST'), flagged('14:05 IST')];
  expect(timeAbove(times, 3)).toEqual(at('2026-11-24'));
  expect(timeAbove([flagged('Nov 24, 14:02 IST')], 1)).toBeNull();
  expect(timeAbove([flagged('2026-02-30 14:02')], 1)).toBeNull();
});

test('TM-21 a day is shown above the first row that has one and wherever it changes', () => {
  const times = [
    NO_TIME,
    at('2026-11-12T23:56'),
    NO_TIME,
    at('2026-11-12T23:58'),
    flagged('00:01 IST'),
    at('2026-11-13T00:03'),
    at('2026-11-13'),
    at('2026-11-12T23:59'),
  ];
  expect(daySeparators(times)).toEqual([
    null,
    '2026-11-12',
    null,
    null,
    null,
    '2026-11-13',
    null,
    '2026-11-12',
  ]);
  expect(needsDaySeparator(null, NO_TIME)).toBe(false);
});
