import type { LibraryEntry } from '../../../shared/contract/libraryEntry.ts';

/** A sound postmortem in the library of which nothing is known but what `more` says. */
export const libraryEntry = (file: string, more: Partial<LibraryEntry> = {}): LibraryEntry => ({
  file,
  fileName: `${file}.debrief`,
  documentId: null,
  incidentId: 'INC-2026-11-24-001',
  title: null,
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
