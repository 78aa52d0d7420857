import { expect, it } from 'vitest';
import { matchingOptions } from './matchingOptions.ts';

const options = ['Ruth Adeyemi', 'Linnea Berg', 'Ines Okafor', 'André Lind', 'Berit'].map((label) => ({
  value: label,
  label,
}));
const found = (typed: string): readonly string[] => matchingOptions(options, typed).map(({ label }) => label);

it('shows all before anything is typed', () => {
  expect(found('  ')).toHaveLength(5);
});

it('puts a label that begins so before a word that does, and that before the rest', () => {
  expect(found('ber')).toEqual(['Berit', 'Linnea Berg']);
  expect(found('ine')).toEqual(['Ines Okafor']);
  expect(found('n')).toEqual(['Linnea Berg', 'Ines Okafor', 'André Lind']);
});

it('does not care for case and accents', () => {
  expect(found('ANDRE')).toEqual(['André Lind']);
});

it('finds nothing where nothing matches', () => {
  expect(found('xyz')).toEqual([]);
});
