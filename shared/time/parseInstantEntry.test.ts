import { expect, test } from 'vitest';
import { type InstantEntryContext, parseInstantEntry } from './parseInstantEntry.ts';

const CONTEXT: InstantEntryContext = { now: '2026-11-24T15:30', near: null, notBefore: null };

test.each([
  ['14:02', '2026-11-24T14:02'],
  ['2026-11-12 23:52', '2026-11-12T23:52'],
  ['2026-11-12T23:52Z', '2026-11-12T23:52'],
  ['23:52:40', '2026-11-24T23:52'],
  ['now', '2026-11-24T15:30'],
  ['15:02 CET', '2026-11-24T14:02'],
  ['1:38 PM', '2026-11-24T13:38'],
])('TM-27 %j is the instant %s', (text, instant) => {
  expect(parseInstantEntry(text, CONTEXT)).toEqual({ instant, reason: null });
});

test.each([
  ['~14:02', 'not-one-minute'],
  ['14:02-14:10', 'not-one-minute'],
  ['14:02-??', 'not-one-minute'],
  ['2026-11-24', 'not-one-minute'],
  ['??', 'not-one-minute'],
  ['', 'not-one-minute'],
  ['14:02 IST', 'ambiguous-zone'],
  ['2026-07-03 14:02 CET', 'zone-not-in-use'],
  ['2026-02-30 14:02', 'date-unknown'],
  ['soon', 'not-a-time'],
])('TM-27 %j is none: %s', (text, reason) => {
  expect(parseInstantEntry(text, CONTEXT)).toEqual({ instant: null, reason });
});

test('TM-27 the all-clear is not put before the first alert', () => {
  const context = { ...CONTEXT, near: '2026-11-12T08:00', notBefore: '2026-11-12T08:00' };
  expect(parseInstantEntry('21:30', context).instant).toBe('2026-11-12T21:30');
  expect(parseInstantEntry('07:59', context).instant).toBe('2026-11-13T07:59');
  expect(parseInstantEntry('08:00', context).instant).toBe('2026-11-12T08:00');
  expect(parseInstantEntry('+1h30m', context).instant).toBe('2026-11-12T09:30');
  expect(parseInstantEntry('22:30 CET', context).instant).toBe('2026-11-12T21:30');
});

test('TM-27 a date that is written is taken at its word', () => {
  const context = { ...CONTEXT, near: '2026-11-12T08:00', notBefore: '2026-11-12T08:00' };
  expect(parseInstantEntry('2026-11-11 21:30', context).instant).toBe('2026-11-11T21:30');
});

test('TM-27 a day later means a day of the zone, also when its clocks change', () => {
  const context = { now: '2026-03-30T12:00', near: '2026-03-28T12:00', notBefore: '2026-03-28T12:00' };
  expect(parseInstantEntry('01:30 Europe/Oslo', context).instant).toBe('2026-03-29T00:30');
  expect(parseInstantEntry('12:30 Europe/Oslo', context).instant).toBe('2026-03-29T10:30');
});
