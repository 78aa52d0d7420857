import { expect, test } from 'vitest';
import { linesShownSafely, shownSafely } from './shownSafely.ts';

test('TH-20 no sign that a terminal obeys is left, neither the old ones nor those of one byte more', () => {
  expect(shownSafely('a\u001b[2J\u009b2J\u007f\u0007\r\nb')).toBe('a [2J 2J    b');
});

test('TH-20 several lines keep their breaks and tabs, and nothing else', () => {
  expect(linesShownSafely('a\tb\n\u001b[2Jc\r\n')).toBe('a\tb\n [2Jc \n');
});
