import { useEffect } from 'react';
import { DocumentPage } from '../features/document/DocumentPage.tsx';
import { LibraryPage } from '../features/library/LibraryPage.tsx';
import { callHost, listenToHost } from '../session/host.ts';
import { showDocument, useAppStore } from '../stores/appStore.ts';
import { Overlays } from '../ui/overlay/Overlays.tsx';
import { applyTheme } from './applyTheme.ts';

export function App() {
  const { about, view } = useAppStore();
  useEffect(() => {
    void callHost('app.describe', {}).then((about) => {
      useAppStore.setState({ about });
      if (about.openFile !== null && location.hash === '') showDocument(about.openFile);
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
  const theme = about?.settings.theme ?? 'system';
  useEffect(() => applyTheme(theme), [theme]);
  if (about === null) return null;
  return (
    <>
      {view.kind === 'library' ? <LibraryPage /> : <DocumentPage key={view.file} file={view.file} />}
      <Overlays />
    </>
  );
}
