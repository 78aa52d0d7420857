import { expect, test } from 'vitest';
import { parseTimeEntry } from './parseTimeEntry.ts';

/** How a typed pair of clocks was taken. */
function taken(text: string): string {
  const time = parseTimeEntry(text, { now: '2026-11-24T15:30', above: null, firstAlert: null });
  if (time.unsettled !== null) return time.unsettled;
  return time.until === null ? `offset ${time.zone}` : 'range';
}

test.each([
  '09:00-10:00',
  '14:05-14:12',
  '08:20-08:24',
  '04:30-05:00',
  '14:00-14:00',
  '00:00-12:00',
  '0900-1000',
])('TM-8 %s is a range because its end comes after its start', (text) => {
  expect(taken(text)).toBe('range');
});

test.each([
  '23:50-00:10',
  '23:50-01:00',
  '22:00-02:00',
  '23:00-03:00',
  '23:59-00:00',
  '17:30-08:20',
  '20:02 -21:00',
])('TM-8 %s is a range past midnight: no such offset, or too short to be meant otherwise', (text) => {
  expect(taken(text)).toBe('range');
});

test.each([
  ['09:02-05:00', '-05:00'],
  ['14:02-08:00', '-08:00'],
  ['14:00-02:30', '-02:30'],
  ['12:00-02:30', '-02:30'],
  ['0902-0500', '-0500'],
  ['20:02 -05:00', '-05:00'],
  ['9:02 -5:00', '-5:00'],
  ['14:02-8:00', '-8:00'],
])('TM-8 %s is a time with an offset', (text, zone) => {
  expect(taken(text)).toBe(`offset ${zone}`);
});

test.each([
  '20:02-05:00',
  '22:30-05:00',
  '23:30-04:00',
  '18:00-06:00',
  '16:30-03:30',
  '23:30 -03:00',
  '09:00 -10:00',
  '9:00-5:00',
  '11:00-2:00',
])('TM-8 %s may be either, and is not guessed', (text) => {
  expect(taken(text)).toBe('range-or-offset');
});

test.each([
  '14:02 CET-05:00',
  '14:02 CET -05:00',
  '14:02 CET-0500',
  '14:02 CET -0500',
  '14:02 CET−05:00',
  '14:02 (CET)-05:00',
  '14:02 EST-05:00',
  '14:02 Europe/Oslo-05:00',
  '14:02+01:00-05:00',
  '14:02 CET-13:00',
  '09:00 CET-10:00',
])('TM-8 %s is a zone and a range, or a zone and an offset, and is not guessed on any day', (text) => {
  expect(taken(text)).toBe('range-or-offset');
  expect(taken(`2026-11-24 ${text}`)).toBe('range-or-offset');
});

test.each([
  '14:02-15:00 CET',
  '14:02-05:00 CET',
  '14:02 CET-15:00',
  '14:02 CET-15:00 CET',
  '12:30 CET-13:30',
  '14:02 CET-14:37',
  '14:02 CET - 05:00',
  '14:02 CET–05:00',
  '14:02 CET to 05:00',
  '14:02 CET-05:00 CET',
])('TM-8 %s is a range: it ends in the zone, at what no zone has as its offset, or after a dash', (text) => {
  expect(taken(text)).toBe('range');
});

test.each([
  '20:02 - 05:00',
  '20:02–05:00',
  '20:02 – 05:00',
  '20:02 to 05:00',
  '20:02-05:00 UTC',
  '20:02-05:00:00',
])('TM-8 %s is a range: a dash, spaces on both sides, a zone or seconds leave no doubt', (text) => {
  expect(taken(text)).toBe('range');
});

test.each([
  ['2026-11-24T20:02-05:00', '-05:00'],
  ['2026-11-24T04:02-05:00', '-05:00'],
  ['20:02:31-05:00', '-05:00'],
  ['20:02−05:00', '−05:00'],
  ['20:02 -0500', '-0500'],
  ['04:02+05:00', '+05:00'],
  ['20:02 UTC-5', 'UTC-5'],
])(
  'TM-8 %s has an offset: T, seconds, a true minus, no colon, a plus or UTC leave no doubt',
  (text, zone) => {
    expect(taken(text)).toBe(`offset ${zone}`);
  },
);
