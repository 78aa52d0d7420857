import type { LibraryEntry } from '../../../shared/contract/libraryEntry.ts';
import type { PaletteItem } from '../../app/paletteItem.ts';
import { FileText } from '../../ui/icons.ts';
import { alike } from '../library/alike.ts';

/**
 * The postmortems that can be gone to: not the one that is shown, and none that cannot be read. Those that look as
 * another one, be it that which is shown, are told apart by their file names.
 */
export function postmortemItems(
  entries: readonly LibraryEntry[],
  shown: string | null,
  go: (file: string) => void,
): readonly PaletteItem[] {
  const sameLook = alike(entries);
  return entries
    .filter(({ file, problem }) => file !== shown && problem === null)
    .map(({ file, incidentId, title, fileName }) => ({
      id: `postmortem/${file}`,
      group: 'Go to',
      icon: FileText,
      label: title ?? 'Untitled postmortem',
      code: incidentId,
      detail: sameLook.has(file) ? fileName : 'Postmortem',
      words: fileName,
      run: () => go(file),
    }));
}
