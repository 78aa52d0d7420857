import { useStore } from 'zustand';
import { PostmortemEditor } from '../../editor/PostmortemEditor.tsx';
import type { DocumentSession } from '../../session/documentSession.ts';
import { showLibrary } from '../../stores/appStore.ts';
import { useDocumentSession } from './useDocumentSession.ts';

export function DocumentPage({ file }: { readonly file: string }) {
  const opening = useDocumentSession(file);
  if (opening.kind === 'opening') return null;
  if (opening.kind === 'failed') {
    return (
      <main role="alert">
        {opening.sentence} {opening.next}
        <button type="button" onClick={showLibrary}>
          Library
        </button>
      </main>
    );
  }
  return <OpenDocument session={opening.session} />;
}

function OpenDocument({ session }: { readonly session: DocumentSession }) {
  const { save, unbindable } = useStore(session.state);
  return (
    <>
      <header>
        <button type="button" onClick={showLibrary}>
          Library
        </button>
        <output>{save.kind === 'saved' ? 'Saved on this device' : save.kind}</output>
      </header>
      <main>{unbindable === null && <PostmortemEditor session={session} />}</main>
    </>
  );
}
