import { describe, expect, test } from 'vitest';
import { describeUnsettled } from './describeUnsettled.ts';
import { formatForEntry } from './formatForEntry.ts';
import { parseTimeCell } from './parseTimeCell.ts';
import { parseTimeEntry } from './parseTimeEntry.ts';
import { NO_TIME, unsettledTime } from './rowTime.ts';
import type { TimeEntryContext } from './timeEntryContext.ts';
import { zoneReadings } from './zoneReadings.ts';

const CONTEXT: TimeEntryContext = { now: '2026-11-24T15:30', above: null, firstAlert: null };

const readings = (text: string): readonly string[] =>
  zoneReadings(parseTimeEntry(text, CONTEXT), CONTEXT).map(({ words, time }) => `${words}: ${time.at}`);

test.each([
  [
    '14:02 IST',
    [
      'UTC+5:30 (India): 2026-11-24T08:32',
      'UTC+2 (Israel): 2026-11-24T12:02',
      'UTC+1 (Ireland): 2026-11-24T13:02',
    ],
  ],
  ['2026-07-03 14:02 CET', ['UTC+2 (Central Europe): 2026-07-03T12:02', 'UTC+1: 2026-07-03T13:02']],
  ['2018-03-31 15:47 PST', ['UTC−7 (Pacific North America): 2018-03-31T22:47', 'UTC−8: 2018-03-31T23:47']],
  ['14:02 PST (UTC-7)', ['UTC−7: 2026-11-24T21:02', 'UTC−8 (Pacific North America): 2026-11-24T22:02']],
  ['20:02-05:00', ['A range: 2026-11-24T20:02', 'UTC−5: 2026-11-24T01:02']],
  ['14:02 CET-05:00', ['A range: 2026-11-24T13:02', 'UTC−5: 2026-11-24T19:02']],
  ['14:02 CET -0500', ['A range: 2026-11-24T13:02', 'UTC−5: 2026-11-24T19:02']],
  ['14:02 IST-05:30', ['UTC−5:30: 2026-11-24T19:32']],
  ['14:02 XYZ', []],
  ['soon', []],
  ['14:02', []],
])('the readings of %j are offered', (text, expected) => {
  // Without a row above, 20:02 at UTC−5 is taken on the day that puts it on today in UTC.
  expect(readings(text)).toEqual(expected);
});

test('TM-9 a chosen reading keeps what was written and opens as itself again', () => {
  for (const text of [
    '14:02 IST',
    '2026-07-03 14:02 CET',
    '14:02 PST (UTC-7)',
    '20:02-05:00',
    '14:02 CET-05:00',
  ]) {
    for (const { time } of zoneReadings(parseTimeEntry(text, CONTEXT), CONTEXT)) {
      expect(parseTimeEntry(formatForEntry(time, CONTEXT), CONTEXT)).toEqual(time);
      expect(time.until === null ? time.asWritten : text).toBe(text);
    }
  }
});

test('an imported row is read by the day of the row above', () => {
  const cell = parseTimeCell('16:11', { carryDate: '2018-03-31', zone: 'PST' })?.time ?? NO_TIME;
  const above = { ...NO_TIME, at: '2018-03-31', precision: 'day' as const };
  expect(zoneReadings(cell, { ...CONTEXT, above }).map(({ time }) => time)).toMatchObject([
    { at: '2018-03-31T23:11', asWritten: '16:11', zone: 'PST', unsettled: null },
    { at: '2018-04-01T00:11', asWritten: '16:11', zone: 'PST', unsettled: null },
  ]);
});

test.each([
  ['14:02 IST', 'IST is used in India (UTC+5:30), Israel (UTC+2) and Ireland (UTC+1)'],
  ['2026-10-25 02:30 Europe/Oslo', 'Clocks in Europe/Oslo show that time twice'],
  ['14:02 XYZ', 'XYZ is not a zone that Debrief knows'],
  ['2026-07-03 14:02 CET', 'CET is not in use at that date and time'],
  ['14:02 PST (UTC-7)', 'PST (UTC-7) contradicts itself'],
  ['14:02 CET (14:02 UTC)', 'The time beside it is another one'],
  ['20:02-05:00', 'May be a range, or a time with its offset from UTC'],
  ['2026-02-30 14:02', 'The date is missing, or not one in the calendar'],
  ['soon', 'Not a time that Debrief can read'],
  ['14:02', null],
])('the flag of %j says %j', (text, words) => {
  expect(describeUnsettled(parseTimeEntry(text, CONTEXT))).toBe(words);
});

describe('TM-32 a time near which the text names a zone', () => {
  const near = (text: string, zone: string) => unsettledTime(text, 'unknown-zone', zone);

  test.each([
    ['CET', 'The text names CET: check whether this time is in it or in UTC'],
    ['IST', 'The text names IST: check whether this time is in it or in UTC'],
    ['Europe/Oslo', 'The text names Europe/Oslo: check whether this time is in it or in UTC'],
    ['Berlin', 'Berlin is not a zone that Debrief knows'],
  ])('says of %j what is true of it', (zone, words) => {
    expect(describeUnsettled(near('2024-01-01 10:00', zone))).toBe(words);
  });

  test.each([
    ['CET', '2024-01-01 10:00', ['CET: 2024-01-01T09:00', 'UTC: 2024-01-01T10:00']],
    [
      'CET',
      '2024-05-01 10:00',
      ['UTC+2 (Central Europe): 2024-05-01T08:00', 'UTC+1: 2024-05-01T09:00', 'UTC: 2024-05-01T10:00'],
    ],
    ['ET', '2024-05-01 10:00', ['ET: 2024-05-01T14:00', 'UTC: 2024-05-01T10:00']],
    [
      'BST',
      '2024-05-01 10:00',
      ['UTC+1 (Britain): 2024-05-01T09:00', 'UTC+6 (Bangladesh): 2024-05-01T04:00', 'UTC: 2024-05-01T10:00'],
    ],
    ['Berlin', '2024-01-01 10:00', []],
    // Its day is not known.
    ['CET', '10:00', []],
  ])('is read in %s by a choice: %j', (zone, text, expected) => {
    const time = near(text, zone);
    const found = zoneReadings(time, CONTEXT);
    expect(found.map((reading) => `${reading.words}: ${reading.time.at}`)).toEqual(expected);
    for (const reading of found) {
      expect(parseTimeEntry(formatForEntry(reading.time, CONTEXT), CONTEXT)).toEqual(reading.time);
    }
  });
});
