import { expect, it } from 'vitest';
import { markedParts } from './markedParts.ts';

const marked = (label: string, ...words: readonly string[]): string =>
  markedParts(label, words)
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('');

it('marks each word where it stands first', () => {
  expect(marked('New timeline row', 'time')).toBe('New [time]line row');
  expect(marked('New timeline row', 'row', 'new')).toBe('[New] timeline [row]');
});

it('marks letters with accents as they are written', () => {
  expect(marked('Inés Okafor', 'ines')).toBe('[Inés] Okafor');
});

it('marks nothing where nothing was typed or found', () => {
  expect(marked('Settings')).toBe('Settings');
  expect(marked('Settings', 'xyz')).toBe('Settings');
});
