import { expect, test } from 'vitest';
import { isNewestFirst } from './newestFirst.ts';

test.each([
  '2026-11-25 00:20, 23:40, 23:00',
  '16:10, 02:30, 01:00, 00:40',
  '16:10, 15:00, 15:00, , ??, 13:00',
  '09:00, 22:00 UTC, 21:00',
  '00:20 CET, 23:40 CET, 23:00 CET',
  '2026-11-24 23:20 UTC (00:20 CET), 23:40 CET, 23:00 CET',
])('TM-16 %s may run backwards', (times) => {
  expect(isNewestFirst(times.split(', '))).toBe(true);
});

test.each([
  '00:20, 23:40',
  '22:00, 00:20, 23:40',
  '05:00, 20:00, 03:00',
  '01:00, 14:00, 02:00',
  '14:00, 13:58, 14:10',
  '23:00, 23:30, 00:10',
  '10:00, 10:00, 10:00',
  '10:00 CET, 09:00, 08:00 PST',
  '',
])('TM-16 %s does not', (times) => {
  expect(isNewestFirst(times.split(', '))).toBe(false);
});
