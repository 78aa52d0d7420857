import { expect, it } from 'vitest';
import type { LibraryEntry } from '../../../shared/contract/libraryEntry.ts';
import { alike } from './alike.ts';

const entry = (file: string, title: string | null, more: Partial<LibraryEntry> = {}): LibraryEntry => ({
  file,
  fileName: `${file}.debrief`,
  documentId: null,
  incidentId: 'INC-2026-11-24-001',
  title,
  severity: null,
  status: null,
  date: null,
  openActions: 0,
  modified: 0,
  bytes: 1,
  damaged: false,
  problem: null,
  next: null,
  ...more,
});

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
