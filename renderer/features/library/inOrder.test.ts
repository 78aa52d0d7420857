import { expect, it } from 'vitest';
import type { LibraryEntry } from '../../../shared/contract/libraryEntry.ts';
import { inOrder } from './inOrder.ts';
import { libraryEntry } from './libraryEntry.testkit.ts';

const entry = (fileName: string, date: string | null, modified: number): LibraryEntry =>
  libraryEntry('x'.repeat(20), { fileName, incidentId: null, date, modified });
const order = (...entries: readonly LibraryEntry[]): readonly string[] =>
  inOrder(entries).map(({ fileName }) => fileName);

it('puts the latest incident first, and of one day the one edited last', () => {
  expect(
    order(entry('a', '2026-11-03', 9), entry('b', '2026-11-12', 1), entry('c', '2026-11-12', 2)),
  ).toEqual(['c', 'b', 'a']);
});

it('places a file without a date by the day of its last change', () => {
  const lastChange = Date.UTC(2026, 10, 5, 12);
  expect(
    order(entry('a', '2026-11-03', 9), entry('broken', null, lastChange), entry('b', '2026-11-12', 1)),
  ).toEqual(['b', 'broken', 'a']);
});
