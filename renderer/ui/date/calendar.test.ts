import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEED } from '../../../shared/testing/seed.testkit.ts';
import {
  addDays,
  addMonths,
  dateByKey,
  dayTitle,
  isDate,
  monthGrid,
  monthTitle,
  weekdayOf,
} from './calendar.ts';

const anyDate = fc.integer({ min: 0, max: 3_652_058 }).map((day) => addDays('0001-01-01', day));

describe('isDate', () => {
  it('knows the days that exist', () => {
    expect(isDate('2024-02-29')).toBe(true);
    expect(isDate('2026-02-29')).toBe(false);
    expect(isDate('2026-13-01')).toBe(false);
    expect(isDate('2026-1-1')).toBe(false);
    expect(isDate('0000-01-01')).toBe(false);
  });
});

describe('monthGrid', () => {
  it('begins on the Monday on or before the first', () => {
    const grid = monthGrid('2026-11-12');
    expect(grid[0]).toEqual([
      '2026-10-26',
      '2026-10-27',
      '2026-10-28',
      '2026-10-29',
      '2026-10-30',
      '2026-10-31',
      '2026-11-01',
    ]);
    expect(grid[5]?.[6]).toBe('2026-12-06');
  });

  it('begins with the first where that is a Monday', () => {
    expect(monthGrid('2026-06-30')[0]?.[0]).toBe('2026-06-01');
  });

  it('shows every day of the month once, in six weeks of seven days in a row', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        fc.pre(date > '0001-01-31' && date < '9999-12-01');
        const days = monthGrid(date).flat();
        expect(days).toHaveLength(42);
        expect(new Set(days).size).toBe(42);
        expect(days.slice(1).every((day, index) => day === addDays(days[index] ?? '', 1))).toBe(true);
        const ours = days.filter((day) => day.startsWith(date.slice(0, 7)));
        expect(ours[0]?.endsWith('-01')).toBe(true);
        expect(addDays(ours.at(-1) ?? '', 1).endsWith('-01')).toBe(true);
      }),
      { seed: SEED },
    );
  });
});

describe('moving', () => {
  it('goes by days and weeks over the ends of months and years', () => {
    expect(dateByKey('ArrowRight', false, '2026-12-31')).toBe('2027-01-01');
    expect(dateByKey('ArrowUp', false, '2026-03-03')).toBe('2026-02-24');
  });

  it('goes to the ends of the week', () => {
    expect(dateByKey('Home', false, '2026-11-12')).toBe('2026-11-09');
    expect(dateByKey('End', false, '2026-11-12')).toBe('2026-11-15');
  });

  it('goes by months, and with Shift by years, to a day that exists', () => {
    expect(dateByKey('PageDown', false, '2026-01-31')).toBe('2026-02-28');
    expect(dateByKey('PageUp', false, '2026-01-15')).toBe('2025-12-15');
    expect(dateByKey('PageDown', true, '2024-02-29')).toBe('2025-02-28');
    expect(dateByKey('PageUp', true, '2024-02-29')).toBe('2023-02-28');
  });

  it('does not move for another key', () => {
    expect(dateByKey('Enter', false, '2026-11-12')).toBeNull();
  });

  it('stays within the years of four digits', () => {
    expect(addDays('9999-12-31', 1)).toBe('9999-12-31');
    expect(addMonths('9999-12-31', 1)).toBe('9999-12-31');
    expect(addDays('0001-01-01', -1)).toBe('0001-01-01');
  });

  it('comes back the way it went, by days', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -400, max: 400 }), (date, days) => {
        const there = addDays(date, days);
        fc.pre(there !== date);
        expect(isDate(there)).toBe(true);
        expect(addDays(there, -days)).toBe(date);
      }),
      { seed: SEED },
    );
  });
});

describe('naming', () => {
  it('names months and days', () => {
    expect(monthTitle('2026-11-12')).toBe('November 2026');
    expect(dayTitle('2026-11-12')).toBe('Thursday 12 November 2026');
    expect(weekdayOf('2026-11-15')).toBe(6);
  });
});
