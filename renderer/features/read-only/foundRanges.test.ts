import { expect, it } from 'vitest';
import { partAt } from './foundRanges.ts';

it('a place in a line is told by the part of the line that holds it', () => {
  const lengths = [3, 0, 2];
  expect([0, 2, 3, 4].map((place) => partAt(lengths, place))).toEqual([
    { index: 0, offset: 0 },
    { index: 0, offset: 2 },
    { index: 2, offset: 0 },
    { index: 2, offset: 1 },
  ]);
});
