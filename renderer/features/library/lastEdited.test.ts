import { expect, it } from 'vitest';
import { lastEdited } from './lastEdited.ts';

const now = new Date(2026, 10, 24, 17, 30).getTime();
const at = (...parts: readonly [number, number, number, number, number]): string =>
  lastEdited(new Date(...parts).getTime(), now);

it('says minutes and hours of today, then days', () => {
  expect(lastEdited(now - 20_000, now)).toBe('Just now');
  expect(at(2026, 10, 24, 17, 26)).toBe('4 min ago');
  expect(at(2026, 10, 24, 9, 0)).toBe('8 h ago');
  expect(at(2026, 10, 23, 23, 0)).toBe('Yesterday');
  expect(at(2026, 10, 22, 17, 30)).toBe('22 Nov');
  expect(at(2025, 10, 22, 17, 30)).toBe('22 Nov 2025');
});

it('says minutes over midnight too', () => {
  const midnight = new Date(2026, 10, 24, 0, 10).getTime();
  expect(lastEdited(midnight - 20 * 60_000, midnight)).toBe('20 min ago');
});

it('takes a time ahead of the clock for now', () => {
  expect(lastEdited(now + 3_600_000, now)).toBe('Just now');
});
