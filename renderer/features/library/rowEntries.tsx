import type { LibraryEntry } from '../../../shared/contract/libraryEntry.ts';
import { openWindow } from '../../app/openWindow.ts';
import { showDocument } from '../../stores/appStore.ts';
import { AppWindow, CopyPlus, FileText } from '../../ui/icons.ts';
import type { MenuEntry } from '../../ui/menu/entries.ts';
import { duplicate } from './duplicate.ts';

/** What can be done with a postmortem of the list. */
export function rowEntries({ file, problem }: LibraryEntry): readonly MenuEntry[] {
  return [
    { label: 'Open', icon: <FileText />, onSelect: () => showDocument(file) },
    { label: 'Open in another window', icon: <AppWindow />, onSelect: () => openWindow(file) },
    {
      label: 'Duplicate',
      detail: 'A postmortem of its own from then on',
      icon: <CopyPlus />,
      off: problem === null ? undefined : 'Its file could not be read',
      onSelect: () => void duplicate(file),
    },
  ];
}
