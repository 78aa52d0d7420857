import type { LibraryEntry } from '../../../shared/contract/libraryEntry.ts';

/** The latest incident first; of one day, the one that was edited last. A file without a date goes by its last change. */
export function inOrder(entries: readonly LibraryEntry[]): readonly LibraryEntry[] {
  const dayOf = (entry: LibraryEntry): string =>
    entry.date ?? new Date(entry.modified).toISOString().slice(0, 10);
  return [...entries].sort((a, b) => {
    const [left, right] = [dayOf(a), dayOf(b)];
    if (left !== right) return left < right ? 1 : -1;
    return b.modified - a.modified || (a.fileName < b.fileName ? -1 : 1);
  });
}
