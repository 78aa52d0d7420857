import { useEffect } from 'react';
import { nameWindow } from '../../app/nameWindow.ts';
import { EmptyLibrary } from './EmptyLibrary.tsx';
import { LibraryBar } from './LibraryBar.tsx';
import styles from './LibraryPage.module.css';
import { LibrarySide } from './LibrarySide.tsx';
import { LibraryTable } from './LibraryTable.tsx';
import { NewPostmortemButton } from './NewPostmortemButton.tsx';
import { UnreadableLibrary } from './UnreadableLibrary.tsx';
import { useLibrary } from './useLibrary.ts';

/** The folder of postmortems, as a list. */
export function LibraryPage() {
  const { listing, readAgain } = useLibrary();
  useEffect(() => nameWindow('Debrief'), []);
  return (
    <div className={styles.window}>
      <LibraryBar />
      <div className={styles.body}>
        <LibrarySide entries={listing.kind === 'read' ? listing.entries : null} />
        <main className={styles.main} data-pane="page">
          {listing.kind === 'failed' ? <UnreadableLibrary {...listing} onRetry={readAgain} /> : null}
          {listing.kind === 'read' && listing.entries.length === 0 ? <EmptyLibrary /> : null}
          {listing.kind === 'read' && listing.entries.length > 0 ? (
            <>
              <header className={styles.head}>
                <h1>Postmortems</h1>
                <NewPostmortemButton />
              </header>
              <LibraryTable entries={listing.entries} />
            </>
          ) : null}
        </main>
      </div>
    </div>
  );
}
