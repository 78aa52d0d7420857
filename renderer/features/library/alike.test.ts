import { expect, it } from 'vitest';
import type { LibraryEntry } from '../../../shared/contract/libraryEntry.ts';
import { alike } from './alike.ts';
import { libraryEntry } from './libraryEntry.testkit.ts';

const entry = (file: string, title: string | null, more: Partial<LibraryEntry> = {}): LibraryEntry =>
  libraryEntry(file, { title, ...more });

it('finds the rows that only their file names tell apart', () => {
  const entries = [
    entry('a', 'Cards refused'),
    entry('a (kept)', 'Cards refused'),
    entry('b', 'Search is slow'),
    entry('c', 'Cards refused', { incidentId: 'INC-2026-11-24-002' }),
  ];
  expect([...alike(entries)]).toEqual(['a', 'a (kept)']);
});

it('leaves out files that could not be read: their rows show the file name anyway', () => {
  const problem = 'This file is damaged.';
  const broken = { incidentId: null, problem };
  expect(alike([entry('a', null, broken), entry('b', null, broken)]).size).toBe(0);
});
