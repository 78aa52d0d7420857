import type { LibraryEntry } from '../../../shared/contract/libraryEntry.ts';

/**
 * The files whose rows would look as another's, since they have one incident ID and title: a duplicate, a copy that
 * was kept beside. Their file names tell them apart.
 */
export function alike(entries: readonly LibraryEntry[]): ReadonlySet<string> {
  const filesOf = new Map<string, string[]>();
  for (const { file, incidentId, title, problem } of entries) {
    if (problem !== null) continue;
    const look = JSON.stringify([incidentId, title]);
    filesOf.set(look, [...(filesOf.get(look) ?? []), file]);
  }
  return new Set([...filesOf.values()].flatMap((files) => (files.length > 1 ? files : [])));
}
