import { expect, it } from 'vitest';
import { pieSlice } from './pie.ts';

it('ends at three, six and nine o’clock for the quarters', () => {
  expect(pieSlice(0.25)).toBe('M8 8V3.8A4.2 4.2 0 0 1 12.20 8.00Z');
  expect(pieSlice(0.5)).toBe('M8 8V3.8A4.2 4.2 0 0 1 8.00 12.20Z');
  expect(pieSlice(0.75)).toBe('M8 8V3.8A4.2 4.2 0 1 1 3.80 8.00Z');
});
