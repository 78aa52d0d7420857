import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, secondsOf } from './instant.ts';
import { localTimeOn, sinceFirstAlert } from './localTime.ts';
import { placeOffset } from './placeOffset.ts';
import { anyInstant, DRAWN } from './writtenTime.testkit.ts';
import { readZone } from './zone.ts';
import { zoneInstant } from './zoneInstant.ts';

test.each([
  ['2026-11-13T00:41', 'Europe/Oslo', '01:41 in Oslo'],
  ['2026-07-13T00:41', 'Europe/Oslo', '02:41 in Oslo'],
  ['2026-11-13T00:41', 'America/Argentina/Buenos_Aires', '21:41 in Buenos Aires'],
  ['2026-11-13T00:41:30', 'Asia/Kolkata', '06:11 in Kolkata'],
  ['2026-11-13T23:41', 'America/New_York', '18:41 in New York'],
  ['2026-11-13T00:41', 'UTC', null],
  ['2026-11-13T00:41', 'Etc/GMT+1', null],
  ['2026-11-13T00:41', 'Mars/Olympus', null],
  ['2026-11-13T00:41', '', null],
])('TM-28 %s in %s is %j', (instant, zone, words) => {
  expect(localTimeOn(instant, zone)).toBe(words);
});

test.each([
  ['2026-11-13T00:41', '+49 min'],
  ['2026-11-12T23:52', '+0 min'],
  ['2026-11-13T01:01', '+1 h 09 min'],
  ['2026-11-12T23:44', '−8 min'],
])('TM-28 %s is %s from the first alert', (instant, words) => {
  expect(sinceFirstAlert(instant, '2026-11-12T23:52')).toBe(words);
});

test("TM-9 an instant read from a place's own clocks is that instant, or was shown twice", () => {
  const places = fc.constantFrom(
    'Europe/Oslo',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Auckland',
  );
  fc.assert(
    fc.property(anyInstant, places, (instant, place) => {
      const seconds = secondsOf(instant);
      const read = zoneInstant(seconds + placeOffset(place, seconds) * 60, readZone(place));
      if (read.unsettled === null) expect(instantOf(read.seconds, true)).toBe(instantOf(seconds, true));
      else expect(read.unsettled).toBe('ambiguous-zone');
    }),
    DRAWN,
  );
});
