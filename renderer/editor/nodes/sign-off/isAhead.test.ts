import { expect, it } from 'vitest';
import { isAhead } from './isAhead.ts';

const now = new Date('2026-11-24T23:30:00Z');

it('a date after the UTC day is ahead; today, a day before it, and what is no date are not', () => {
  expect(isAhead('2026-11-25', now)).toBe(true);
  for (const date of ['2026-11-24', '2025-12-31', 'next week', '', null])
    expect(isAhead(date, now)).toBe(false);
});
