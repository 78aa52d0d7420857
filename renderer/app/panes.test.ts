import { expect, it } from 'vitest';
import { nextIndex } from './panes.ts';

it('goes around the panes in both directions', () => {
  expect([0, 1, 2].map((here) => nextIndex(here, 1, 3))).toEqual([1, 2, 0]);
  expect([0, 1, 2].map((here) => nextIndex(here, -1, 3))).toEqual([2, 0, 1]);
});

it('begins at the first, or backwards at the last, where no pane has the focus', () => {
  expect(nextIndex(-1, 1, 3)).toBe(0);
  expect(nextIndex(-1, -1, 3)).toBe(2);
});
