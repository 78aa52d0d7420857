import { showLibrary, useAppStore } from '../stores/appStore.ts';
import { chooseFile } from './chooseFiles.ts';
import { useCommands } from './commandStore.ts';
import { openDialog } from './dialogs.ts';
import { openWindow } from './openWindow.ts';
import { goToPane } from './panes.ts';
import { switchTheme } from './switchTheme.ts';

/** The commands that are possible whatever the window shows. */
export function useAppCommands(): void {
  const shown = useAppStore(({ view }) => view.kind);
  useCommands({
    new: () => openDialog({ kind: 'new', template: 'full' }),
    newShort: () => openDialog({ kind: 'new', template: 'short' }),
    open: () => chooseFile('any'),
    importMarkdown: () => chooseFile('markdown'),
    palette: () => openDialog({ kind: 'palette', typed: '' }),
    ...(shown === 'library' ? {} : { library: showLibrary }),
    newWindow: () => openWindow(null),
    theme: switchTheme,
    settings: () => openDialog({ kind: 'settings' }),
    shortcuts: () => openDialog({ kind: 'shortcuts' }),
    nextPane: () => goToPane(1),
    previousPane: () => goToPane(-1),
  });
}
