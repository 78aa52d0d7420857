import { useEffect, useLayoutEffect, useRef } from 'react';
import { holdTyping, takeTyping } from '../../app/heldTyping.ts';
import { showLibrary } from '../../stores/appStore.ts';
import { EmptyState } from '../../ui/emptyState/EmptyState.tsx';
import { Library } from '../../ui/icons.ts';
import styles from './DocumentPage.module.css';
import { OpenDocument } from './OpenDocument.tsx';
import { useDocumentSession } from './useDocumentSession.ts';

/** One postmortem, from its file to the page. */
export function DocumentPage({ file }: { readonly file: string }) {
  const opening = useDocumentSession(file);
  const isOpening = opening.kind === 'opening';
  // What is typed before the page is there goes where its first focus goes, which takes it; else nowhere.
  const isAwaited = useRef(true);
  useLayoutEffect(() => {
    isAwaited.current = isOpening;
    if (isOpening) holdTyping();
  }, [isOpening]);
  // Left before it is there: that was typed for no other page. Before effects, so that the next one holds anew.
  useLayoutEffect(
    () => () => {
      if (isAwaited.current) takeTyping();
    },
    [],
  );
  useEffect(() => {
    if (!isOpening) takeTyping();
  }, [isOpening]);
  if (opening.kind === 'open') return <OpenDocument session={opening.session} />;
  if (isOpening) return null;
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
