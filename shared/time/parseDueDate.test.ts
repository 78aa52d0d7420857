import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isDate, weekdayOf } from './calendarDate.ts';
import { WEEKDAYS } from './englishNames.ts';
import { formatDay } from './formatInstant.ts';
import { parseDueDate } from './parseDueDate.ts';
import { anyDay, DRAWN } from './writtenTime.testkit.ts';

/** A Tuesday. */
const TODAY = '2026-11-24';

test.each([
  ['2026-12-01', '2026-12-01'],
  [' 2026-12-01 ', '2026-12-01'],
  ['2025-01-01', '2025-01-01'],
  ['2026/12/01', '2026-12-01'],
  ['+2w', '2026-12-08'],
  ['+ 2 weeks', '2026-12-08'],
  ['+10d', '2026-12-04'],
  ['+1 day', '2026-11-25'],
  ['+1m', '2026-12-24'],
  ['+3 months', '2027-02-24'],
  ['fri', '2026-11-27'],
  ['Friday', '2026-11-27'],
  ['on Friday', '2026-11-27'],
  ['tue', '2026-12-01'],
  ['mon', '2026-11-30'],
  ['thurs', '2026-11-26'],
  ['today', '2026-11-24'],
  ['Tomorrow', '2026-11-25'],
  ['1 dec', '2026-12-01'],
  ['Tue 1 Dec', '2026-12-01'],
  ['Dec 1', '2026-12-01'],
  ['1st of December', '2026-12-01'],
  ['1 Dec 2027', '2027-12-01'],
  ['Dec 1, 2027', '2027-12-01'],
  ['24 nov', '2026-11-24'],
  ['23 nov', '2027-11-23'],
  ['29 feb', '2028-02-29'],
  ['24.12.2026', '2026-12-24'],
  ['Tuesday 1 December 2026', '2026-12-01'],
])('TM-26 %j is %s', (text, date) => {
  expect(parseDueDate(text, TODAY)).toEqual({ date, reason: null });
});

test.each([
  ['', 'not-a-date'],
  ['soon', 'not-a-date'],
  ['next week', 'not-a-date'],
  ['+2', 'not-a-date'],
  ['2w', 'not-a-date'],
  ['2026-12-01 14:02', 'not-a-date'],
  ['Q1', 'not-a-date'],
  ['2026-02-30', 'no-such-day'],
  ['30 feb', 'no-such-day'],
  ['Wed 1 Dec', 'no-such-day'],
  ['2026-13-01', 'no-such-day'],
  ['11/12/1026', 'no-such-day'],
  ['2026-12-??', 'no-such-day'],
])('TM-26 %j is none: %s', (text, reason) => {
  expect(parseDueDate(text, TODAY)).toEqual({ date: null, reason });
});

test('TM-26 a day and a month that may be either are not guessed', () => {
  expect(parseDueDate('12/01/2026', TODAY)).toEqual({
    date: null,
    reason: 'two-readings',
    readings: ['2026-01-12', '2026-12-01'],
  });
});

test('TM-26 a month ahead ends with that month', () => {
  expect(parseDueDate('+1m', '2026-01-31').date).toBe('2026-02-28');
  expect(parseDueDate('+1m', '2028-01-31').date).toBe('2028-02-29');
  expect(parseDueDate('+2m', '2026-12-31').date).toBe('2027-02-28');
  expect(parseDueDate('+12m', '2026-12-31').date).toBe('2027-12-31');
});

test('TM-26 a weekday lies within the coming week and is that weekday, and written days are read back', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...WEEKDAYS), anyDay, (today, weekday, day) => {
      const { date } = parseDueDate(weekday.slice(0, 3), today);
      expect(date !== null && isDate(date) && date > today && date <= addDays(today, 7)).toBe(true);
      expect(WEEKDAYS[weekdayOf(date ?? '')]).toBe(weekday);
      expect(parseDueDate(formatDay(day), today).date).toBe(day);
    }),
    DRAWN,
  );
});
