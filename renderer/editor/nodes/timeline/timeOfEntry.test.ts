import { expect, test } from 'vitest';
import { EMPTY_ENTRY } from './quickEntry.ts';
import { timeOfEntry } from './timeOfEntry.ts';

const context = { now: '2026-11-24T15:00', above: null, firstAlert: null };

test.each([
  ['14:02 Rolled back', '2026-11-24T14:02', 'Rolled back'],
  ['  14:02 - Rolled back ', '2026-11-24T14:02', 'Rolled back'],
  ['~14:02 Rolled back', '2026-11-24T14:02', 'Rolled back'],
  ['15:02 CET Rolled back', '2026-11-24T14:02', 'Rolled back'],
  ['14:02', '2026-11-24T14:02', ''],
])('a clock that %j begins with is the row’s time', (event, at, rest) => {
  const { time, lead } = timeOfEntry({ ...EMPTY_ENTRY, event }, context);
  expect(time.at).toBe(at);
  expect(event.trim().slice(lead)).toBe(rest);
});

test('a clock whose zone cannot be settled is kept as it was typed', () => {
  const { time, lead } = timeOfEntry({ ...EMPTY_ENTRY, event: '14:02 IST Rolled back' }, context);
  expect(time).toMatchObject({ asWritten: '14:02 IST', unsettled: 'ambiguous-zone' });
  expect(lead).toBe('14:02 IST '.length);
});

test('a clock whose day cannot be settled is kept as it was typed', () => {
  const { time, lead } = timeOfEntry({ ...EMPTY_ENTRY, event: '2026-11-31 14:02 Rolled back' }, context);
  expect(time).toMatchObject({ asWritten: '2026-11-31 14:02', unsettled: 'date-unknown' });
  expect(lead).toBe('2026-11-31 14:02 '.length);
});

test.each([
  'Rolled back at 14:02',
  '2:30 hours later it was over',
  '16:9 screens are cut',
  '5 pods restart',
  'May 12: the release that broke it',
  '?? - nobody knows',
  '11/12/2026 - planned release',
  '31 Nov: the release that broke it',
  '2022-02-?? - the release that broke it',
  '',
])('%j stays as it is, at the present minute', (event) => {
  const { time, lead } = timeOfEntry({ ...EMPTY_ENTRY, event }, context);
  expect(time.at).toBe('2026-11-24T15:00');
  expect(lead).toBe(0);
});

test('where a time stands in its own field, the event stays as it is', () => {
  const { time, lead } = timeOfEntry({ ...EMPTY_ENTRY, time: '13:00', event: '14:02 is planned' }, context);
  expect(time.at).toBe('2026-11-24T13:00');
  expect(lead).toBe(0);
});
