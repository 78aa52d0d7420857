import { expect, it } from 'vitest';
import { contentWords, folderWords } from './folderWords.ts';

it('calls a folder by its last two names on every system', () => {
  expect(folderWords('/home/ruth/Documents/Postmortems')).toBe('Documents/Postmortems');
  expect(folderWords('C:\\Users\\ruth\\Documents\\Postmortems\\')).toBe('Documents/Postmortems');
  expect(folderWords('/')).toBe('');
});

it('says how many files there are and how large they are together', () => {
  expect(contentWords(0, 0)).toBe('Empty folder');
  expect(contentWords(1, 812)).toBe('1 file · 812 B');
  expect(contentWords(12, 3_120_000)).toBe('12 files · 3.1 MB');
  expect(contentWords(3, 412_000)).toBe('3 files · 412 kB');
});
