import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Silence } from './silence.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a host that gives no sign for five seconds is silent, until it does or nothing is expected of it', () => {
  let fell = 0;
  const silence = new Silence(() => {
    fell += 1;
  });
  silence.expect(true);
  vi.advanceTimersByTime(4_900);
  // Said again, it is still the same wait.
  silence.expect(true);
  expect([silence.isLong, fell]).toEqual([false, 0]);
  vi.advanceTimersByTime(200);
  expect([silence.isLong, fell]).toEqual([true, 1]);
  silence.broken();
  expect(silence.isLong).toBe(false);
  vi.advanceTimersByTime(5_100);
  expect([silence.isLong, fell]).toEqual([true, 2]);
  silence.expect(false);
  expect(silence.isLong).toBe(false);
  vi.advanceTimersByTime(60_000);
  expect(fell).toBe(2);
});

it('a host that answers slowly, one thing after the other, is never silent', () => {
  const silence = new Silence(() => {
    throw new Error('it is not');
  });
  silence.expect(true);
  for (let answers = 0; answers < 10; answers++) {
    vi.advanceTimersByTime(3_000);
    silence.broken();
  }
  expect(silence.isLong).toBe(false);
});
