import { expect, it } from 'vitest';
import type { LibraryEntry } from '../../../shared/contract/libraryEntry.ts';
import { libraryEntry } from '../library/libraryEntry.testkit.ts';
import { postmortemItems } from './postmortemItems.ts';

const entry = (file: string, title: string | null, problem: string | null = null): LibraryEntry =>
  libraryEntry(file, { title, problem });
const shown = (entries: readonly LibraryEntry[], open: string | null = null): readonly string[] =>
  postmortemItems(entries, open, () => undefined).map(({ label, detail }) => `${label} (${detail})`);

it('tells postmortems of one incident ID and title apart by their file names', () => {
  expect(
    shown([entry('a', 'Cards refused'), entry('a copy', 'Cards refused'), entry('b', 'Search')]),
  ).toEqual(['Cards refused (a.debrief)', 'Cards refused (a copy.debrief)', 'Search (Postmortem)']);
});

it('tells a duplicate apart from the original that is open, which is not offered', () => {
  expect(shown([entry('a', 'Cards refused'), entry('a copy', 'Cards refused')], 'a')).toEqual([
    'Cards refused (a copy.debrief)',
  ]);
});

it('offers no file that cannot be read', () => {
  expect(shown([entry('a', null, 'This file is damaged.')])).toEqual([]);
});
