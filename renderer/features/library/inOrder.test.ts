import { expect, it } from 'vitest';
import type { LibraryEntry } from '../../../shared/contract/libraryEntry.ts';
import { inOrder } from './inOrder.ts';

const entry = (fileName: string, date: string | null, modified: number): LibraryEntry => ({
  file: 'x'.repeat(20),
  fileName,
  documentId: null,
  incidentId: null,
  title: null,
  severity: null,
  status: null,
  date,
  openActions: 0,
  modified,
  bytes: 1,
  damaged: false,
  problem: null,
  next: null,
});
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
