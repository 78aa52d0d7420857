import { expect, it } from 'vitest';
import { indexByKey } from './listKeys.ts';

it('goes around the ends with arrows', () => {
  expect(indexByKey('ArrowDown', 2, 3)).toBe(0);
  expect(indexByKey('ArrowUp', 0, 3)).toBe(2);
});

it('starts at the nearer end when nothing is highlighted', () => {
  expect(indexByKey('ArrowDown', -1, 3)).toBe(0);
  expect(indexByKey('ArrowUp', -1, 3)).toBe(2);
});

it('stops at the ends with pages', () => {
  expect(indexByKey('PageDown', 5, 12)).toBe(11);
  expect(indexByKey('PageUp', 5, 12)).toBe(0);
  expect(indexByKey('PageDown', 5, 30)).toBe(15);
});

it('knows Home and End, and no other key', () => {
  expect(indexByKey('Home', 5, 12)).toBe(0);
  expect(indexByKey('End', 5, 12)).toBe(11);
  expect(indexByKey('Enter', 5, 12)).toBeNull();
});

it('moves nowhere in an empty list', () => {
  expect(indexByKey('ArrowDown', -1, 0)).toBeNull();
});
