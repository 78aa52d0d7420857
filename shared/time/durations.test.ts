import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatDuration,
  formatHoursMinutes,
  parseDuration,
  parseDurationEntry,
  parseHoursMinutes,
} from './durations.ts';
import { DRAWN } from './writtenTime.testkit.ts';

test.each([
  [null, '??'],
  [0, '0 min'],
  [8, '8 min'],
  [59, '59 min'],
  [60, '1 h 00 min'],
  [69, '1 h 09 min'],
  [1500, '25 h 00 min'],
  [-3, '−3 min'],
  [-69, '−1 h 09 min'],
])('TM-25 %j minutes are written %s', (minutes, words) => {
  expect(formatDuration(minutes)).toBe(words);
});

test.each([
  [0, '00:00'],
  [28, '00:28'],
  [69, '01:09'],
  [6000, '100:00'],
])('TM-25 %j minutes are %s', (minutes, text) => {
  expect(formatHoursMinutes(minutes)).toBe(text);
});

test.each([
  ['1:09', 69],
  ['01:09', 69],
  ['1 h 09 min', 69],
  ['1h9m', 69],
  ['1 hr, 9 mins', 69],
  ['1 hour and 9 minutes', 69],
  ['28', 28],
  ['28 min', 28],
  ['5 minutes', 5],
  ['4 hours 42 minutes', 282],
  ['11 Days', 15_840],
  ['19 hours 43 minutes.', 1183],
  ['279 minutes', 279],
  ['1d 2h', 1560],
  ['', null],
  ['?', null],
  ['??', null],
  ['N/A', null],
  ['1:60', null],
  ['soon', null],
  ['.', null],
  ['-5', null],
  ['5 apples', null],
  ['1.5 h', null],
])('TM-25 %j is %j minutes', (text, minutes) => {
  expect(parseDuration(text)).toBe(minutes);
});

test('TM-25 a length is typed in any of its forms, but not as digits that may be hours and minutes', () => {
  expect(['90 min', '90', '01:30', '1 h 30 min', ' 90m '].map(parseDurationEntry)).toEqual([
    90, 90, 90, 90, 90,
  ]);
  expect(parseDurationEntry('0130')).toBeNull();
  expect(parseDurationEntry('soon')).toBeNull();
});

test('TM-25 HH:MM is read strictly', () => {
  expect(parseHoursMinutes(' 100:05 ')).toBe(6005);
  for (const text of ['1:5', '1:60', ':30', '90', '1:09:00', '-1:00'])
    expect(parseHoursMinutes(text)).toBeNull();
});

test('TM-25 what is written is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000_000 }), (minutes) => {
      expect(parseDuration(formatDuration(minutes))).toBe(minutes);
      expect(parseHoursMinutes(formatHoursMinutes(minutes))).toBe(minutes);
    }),
    DRAWN,
  );
});
