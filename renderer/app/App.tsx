import { useEffect } from 'react';
import { DocumentPage } from '../features/document/DocumentPage.tsx';
import { LibraryPage } from '../features/library/LibraryPage.tsx';
import { callHost, listenToHost } from '../session/host.ts';
import { followAddress, showDocument, useAppStore } from '../stores/appStore.ts';
import { Overlays } from '../ui/overlay/Overlays.tsx';
import { AppDialogs } from './AppDialogs.tsx';
import { applyTheme } from './applyTheme.ts';
import { DropTarget } from './DropTarget.tsx';
import { showBroughtIn } from './showBroughtIn.ts';
import { useAppCommands } from './useAppCommands.ts';
import { useCommandKeys } from './useCommandKeys.ts';

export function App() {
  const { about, view } = useAppStore();
  useAppCommands();
  useCommandKeys();
  useEffect(followAddress, []);
  useEffect(() => {
    void callHost('app.describe', {}).then((about) => {
      useAppStore.setState({ about });
      const { openFile: file, imported } = about;
      if (file === null || location.hash !== '') return;
      if (imported === null) showDocument(file);
      else showBroughtIn([{ kind: 'imported', file, ...imported }]);
    });
    return listenToHost((event) => {
      if (event.kind === 'open-file') showDocument(event.file);
      if (event.kind === 'settings-changed') {
        useAppStore.setState(({ about }) =>
          about === null ? {} : { about: { ...about, settings: event.settings } },
        );
      }
    });
  }, []);
  const platform = about?.platform;
  useEffect(() => {
    if (platform !== undefined) document.documentElement.dataset.platform = platform;
  }, [platform]);
  const theme = about?.settings.theme ?? 'system';
  useEffect(() => applyTheme(theme), [theme]);
  if (about === null) return null;
  return (
    <>
      {view.kind === 'library' ? <LibraryPage /> : <DocumentPage key={view.file} file={view.file} />}
      <AppDialogs />
      <DropTarget />
      <Overlays />
    </>
  );
}
