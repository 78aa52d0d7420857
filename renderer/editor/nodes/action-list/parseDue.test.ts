import { expect, it } from 'vitest';
import { parseDue } from './parseDue.ts';

const NOW = new Date('2026-11-24T12:00:00Z');

it('says of a date that may be two days which they are', () => {
  expect(parseDue('12/01/2026', NOW)).toEqual({
    wrong: 'May be two days, by which is the month: write 2026-01-12 or 2026-12-01',
  });
});

it('says of a day that is not in the calendar that there is none', () => {
  expect(parseDue('2026-02-30', NOW)).toEqual({ wrong: 'There is no such day in the calendar' });
  expect(parseDue('12/01/1026', NOW)).toEqual({ wrong: 'There is no such day in the calendar' });
});
