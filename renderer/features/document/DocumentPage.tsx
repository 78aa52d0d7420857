import { showLibrary } from '../../stores/appStore.ts';
import { EmptyState } from '../../ui/emptyState/EmptyState.tsx';
import { Library } from '../../ui/icons.ts';
import styles from './DocumentPage.module.css';
import { OpenDocument } from './OpenDocument.tsx';
import { useDocumentSession } from './useDocumentSession.ts';

/** One postmortem, from its file to the page. */
export function DocumentPage({ file }: { readonly file: string }) {
  const opening = useDocumentSession(file);
  if (opening.kind === 'open') return <OpenDocument session={opening.session} />;
  if (opening.kind === 'opening') return null;
  const back = {
    label: 'Back to the library',
    detail: 'The file is as it was: nothing was changed',
    icon: <Library />,
    onSelect: showLibrary,
  };
  return (
    <main className={styles.failed}>
      <div role="alert">
        <EmptyState title={opening.sentence} choices={[back]}>
          {opening.next}
        </EmptyState>
      </div>
    </main>
  );
}
