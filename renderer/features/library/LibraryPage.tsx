import { useEffect, useState } from 'react';
import type { LibraryEntry } from '../../../shared/contract/libraryEntry.ts';
import { callHost, listenToHost } from '../../session/host.ts';
import { showDocument } from '../../stores/appStore.ts';

export function LibraryPage() {
  const [entries, setEntries] = useState<readonly LibraryEntry[]>([]);
  useEffect(() => {
    const load = () => void callHost('library.list', {}).then((list) => setEntries(list.entries));
    load();
    return listenToHost((event) => {
      if (event.kind === 'library-changed') load();
    });
  }, []);
  const create = async () => {
    const date = new Date().toISOString().slice(0, 10);
    const { incidentId } = await callHost('library.nextIncidentId', { date });
    const { file } = await callHost('library.create', {
      template: 'full',
      title: '',
      incidentId,
      severity: 'P1',
    });
    showDocument(file);
  };
  return (
    <main>
      <h1>Postmortems</h1>
      <button type="button" onClick={() => void create()}>
        New postmortem
      </button>
      <ul>
        {entries.map((entry) => (
          <li key={entry.file}>
            <button type="button" onClick={() => showDocument(entry.file)}>
              {entry.incidentId} {entry.title ?? entry.fileName} {entry.problem}
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
