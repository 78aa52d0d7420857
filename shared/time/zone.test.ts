import { expect, test } from 'vitest';
import { instantOf, secondsOf } from './instant.ts';
import { isPlace, placeOffset } from './placeOffset.ts';
import { offsetMinutes, readZone, utcOffsetName } from './zone.ts';
import { zoneInstant } from './zoneInstant.ts';
import { REGION_NAMES, ZONE_NAMES } from './zoneNames.ts';

/** The UTC instant of a wall time in a zone, or why there is none. */
function settled(wall: string, zone: string): string {
  const { seconds, unsettled } = zoneInstant(secondsOf(wall), readZone(zone));
  return unsettled ?? instantOf(seconds, false);
}

test.each([
  ['2026-11-24T14:02', 'UTC', '2026-11-24T14:02'],
  ['2026-11-24T14:02', 'z', '2026-11-24T14:02'],
  ['2026-07-24T14:02', 'GMT', '2026-07-24T14:02'],
  ['2026-11-24T14:02', 'CET', '2026-11-24T13:02'],
  ['2026-11-24T14:02', 'cet', '2026-11-24T13:02'],
  ['2026-11-24T00:30', 'CET (GMT+1)', '2026-11-23T23:30'],
  ['2018-07-08T18:30', 'CEST (UTC+2)', '2018-07-08T16:30'],
  ['2026-11-24T23:30', 'PST', '2026-11-25T07:30'],
  ['2026-11-24T14:02', 'UTC+1', '2026-11-24T13:02'],
  ['2026-11-24T14:02', 'GMT +1', '2026-11-24T13:02'],
  ['2026-11-24T14:02', 'UTC−5:30', '2026-11-24T19:32'],
  ['2026-11-24T14:02', '-0500', '2026-11-24T19:02'],
  ['2026-11-24T14:02', '+05:45', '2026-11-24T08:17'],
  ['2026-11-24T14:02', 'UTC+1 (CET)', '2026-11-24T13:02'],
  ['2026-11-24T14:02', 'IST (UTC+5:30)', '2026-11-24T08:32'],
  ['2026-11-24T14:02', 'EEST', 'zone-not-in-use'],
  ['2026-07-24T14:02', 'EEST', '2026-07-24T11:02'],
  ['2026-07-24T14:02', 'ET', '2026-07-24T18:02'],
  ['2026-11-24T14:02', 'ET', '2026-11-24T19:02'],
  ['2026-07-24T14:02', 'CET/CEST', '2026-07-24T12:02'],
  ['2026-11-24T14:02', 'Europe/Oslo', '2026-11-24T13:02'],
  ['2026-11-24T14:02', 'Asia/Kolkata', '2026-11-24T08:32'],
])('TM-9 %s %s is %s', (wall, zone, expected) => {
  expect(settled(wall, zone)).toBe(expected);
});

test.each(['IST', 'BST', 'CST', 'AST', 'SST', 'AMT', 'ist'])('TM-10 %s is never guessed', (zone) => {
  expect(settled('2026-11-24T14:02', zone)).toBe('ambiguous-zone');
  expect(settled('2026-07-24T14:02', zone)).toBe('ambiguous-zone');
});

test.each(['XYZ', 'Mars/Olympus', 'constructor', '__proto__', '', 'CET/JST', '+15:00', '+05:10'])(
  'TM-10 %j is no zone that we know',
  (zone) => {
    expect(settled('2026-11-24T14:02', zone)).toBe('unknown-zone');
  },
);

test.each([
  ['2026-07-24T14:02', 'CET'],
  ['2026-01-24T14:02', 'CEST'],
  ['2018-03-31T15:47', 'PST'],
  ['2017-10-17T07:42', 'PST'],
  ['2026-07-24T14:02', 'EST'],
  ['2026-07-24T14:02', 'CET (GMT+1)'],
  ['2012-06-01T12:00', 'MSK'],
  ['2026-01-24T14:02', 'AEST'],
])('TM-11 at %s no place of %s keeps it', (wall, zone) => {
  expect(settled(wall, zone)).toBe('zone-not-in-use');
});

test.each([
  ['PST (UTC-7)'],
  ['PST (UTC−7)'],
  ['CET (UTC+2)'],
  ['IST (UTC+3)'],
  ['GMT (UTC+1)'],
  ['UTC+2 (CET)'],
  ['ET (UTC-4)'],
  ['PST (UTC-99)'],
])('TM-12 %s contradicts itself', (zone) => {
  expect(settled('2026-11-24T14:02', zone)).toBe('zone-contradicts-offset');
});

test('TM-11 summer time begins and ends at an instant, not at a day', () => {
  expect(settled('2026-03-29T01:59', 'CET')).toBe('2026-03-29T00:59');
  expect(settled('2026-03-29T02:00', 'CET')).toBe('zone-not-in-use');
  expect(settled('2026-03-29T02:59', 'CEST')).toBe('zone-not-in-use');
  expect(settled('2026-03-29T03:00', 'CEST')).toBe('2026-03-29T01:00');
  expect(settled('2026-10-25T02:30', 'CEST')).toBe('2026-10-25T00:30');
  expect(settled('2026-10-25T02:30', 'CET')).toBe('2026-10-25T01:30');
});

test('TM-10 the hour that clocks show twice is ambiguous in a place, the hour they skip does not exist', () => {
  expect(settled('2026-10-25T02:30', 'Europe/Oslo')).toBe('ambiguous-zone');
  expect(settled('2026-10-25T03:30', 'Europe/Oslo')).toBe('2026-10-25T02:30');
  expect(settled('2026-03-29T02:30', 'Europe/Oslo')).toBe('zone-not-in-use');
  expect(settled('2026-10-25T02:30', 'Europe/Oslo (UTC+2)')).toBe('2026-10-25T00:30');
  expect(settled('2026-03-08T02:30', 'PT')).toBe('zone-not-in-use');
});

test('each place of the zone table is known here and keeps the offset at some time of 2025', () => {
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2025, month, 15) / 1000);
  for (const { offset, places } of Object.values(ZONE_NAMES).flat()) {
    for (const place of places) {
      expect([place, months.some((month) => placeOffset(place, month) === offset)]).toEqual([place, true]);
    }
  }
  expect(Object.values(REGION_NAMES).every(isPlace)).toBe(true);
});

test('an offset has quarter hours between -12:00 and +14:00', () => {
  expect(offsetMinutes('+14:00')).toBe(840);
  expect(offsetMinutes('-12:00')).toBe(-720);
  expect(offsetMinutes('+14:15')).toBeNull();
  expect(offsetMinutes('-12:30')).toBeNull();
  expect(offsetMinutes('+05:60')).toBeNull();
  expect(utcOffsetName(330)).toBe('UTC+5:30');
  expect(utcOffsetName(-480)).toBe('UTC−8');
  expect(utcOffsetName(0)).toBe('UTC');
});
