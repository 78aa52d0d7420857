import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dateOf, dateOfDayNumber, dayNumber, isDate, weekdayOf } from './calendarDate.ts';
import { clockOf, instantOf, isInstant, minuteOfNow, secondsOf } from './instant.ts';
import { anyInstant, DRAWN } from './writtenTime.testkit.ts';

test('TM-1 an instant is a day of the calendar and a clock in UTC, to the minute or the second', () => {
  for (const text of ['2026-11-24T14:02', '2026-11-24T23:59:59', '2024-02-29T00:00', '1970-01-01T00:00']) {
    expect([text, isInstant(text)]).toEqual([text, true]);
  }
  for (const text of [
    '2026-11-24',
    '2026-11-24 14:02',
    '2026-11-24T24:00',
    '2026-11-24T14:60',
    '2026-02-29T14:02',
    '2026-11-24T14:02Z',
    '',
  ]) {
    expect([text, isInstant(text)]).toEqual([text, false]);
    expect(() => secondsOf(text)).toThrow(RangeError);
  }
});

test('TM-1 an instant is the same after being counted in seconds', () => {
  fc.assert(
    fc.property(anyInstant, (instant) => {
      expect(instantOf(secondsOf(instant), instant.length > 16)).toBe(instant);
      expect(secondsOf(instant)).toBe(Date.parse(`${instant}Z`) / 1000);
    }),
    DRAWN,
  );
});

test('leap days, ends of months and of years are where the calendar has them', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
  expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
  expect(addDays('2000-02-28', 1)).toBe('2000-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  expect(dateOf(2026, 4, 31)).toBeNull();
  expect(dateOf(2026, 13, 1)).toBeNull();
  expect(dateOf(2026, 0, 1)).toBeNull();
  expect(isDate('2026-1-1')).toBe(false);
  expect(weekdayOf('2026-11-12')).toBe(4);
  expect(weekdayOf('1969-12-28')).toBe(0);
  expect(dateOfDayNumber(dayNumber('1900-03-01'))).toBe('1900-03-01');
  expect(() => dayNumber('2026-02-30')).toThrow(RangeError);
});

test('a clock is written from seconds since midnight', () => {
  expect(clockOf(0, false)).toBe('00:00');
  expect(clockOf(86_399, true)).toBe('23:59:59');
  expect(clockOf(86_400, false)).toBe('24:00');
});

test('what a clock gives is cut to its minute', () => {
  expect(minuteOfNow('2026-11-24T14:02:59.999Z')).toBe('2026-11-24T14:02');
  expect(minuteOfNow('2026-11-24T14:02')).toBe('2026-11-24T14:02');
  expect(() => minuteOfNow('14:02')).toThrow(RangeError);
});
