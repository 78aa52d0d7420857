import { type ReactNode, useState } from 'react';
import { useCommands } from '../../app/commandStore.ts';
import { showProblem } from '../../app/showProblem.ts';
import type { DocumentSession } from '../../session/documentSession.ts';
import { callHost } from '../../session/host.ts';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx';
import { showToast } from '../../ui/toast/toasts.ts';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { duplicate } from '../library/duplicate.ts';
import { copyMarkdown } from './copyMarkdown.ts';

interface DocumentCommands {
  readonly session: DocumentSession;
  /** What the postmortem is called in a dialog's title. */
  readonly name: string;
  readonly readOnly: boolean;
  readonly onToggleOutline: () => void;
}

/** What can be done with the whole of an open document. @returns the dialog that is open for it, if any */
export function useDocumentCommands(document: DocumentCommands): ReactNode {
  const { session, name, readOnly, onToggleOutline } = document;
  const [asked, setAsked] = useState<'md' | 'pdf' | 'remove-deleted-text' | null>(null);
  const close = (): void => setAsked(null);
  useCommands({
    export: () => setAsked('md'),
    print: () => setAsked('pdf'),
    duplicate: () => void session.flush().then(() => duplicate(session.file)),
    toggleOutline: onToggleOutline,
    // A page that is written on copies what is selected in it.
    ...(readOnly
      ? { copyMarkdown: () => void copyMarkdown(session).catch(showProblem) }
      : { removeDeletedText: () => setAsked('remove-deleted-text') }),
  });
  switch (asked) {
    case 'md':
    case 'pdf':
      return <ExportDialog session={session} name={name} format={asked} onClose={close} />;
    case 'remove-deleted-text':
      return (
        <ConfirmDialog
          title="Remove deleted text from this file?"
          safe="Keep it"
          act="Remove deleted text"
          danger
          onAct={() => void removeDeletedText(session).catch(showProblem)}
          onClose={close}
        >
          The file still holds words that were deleted, and pieces that were set aside after a crash. They go
          for good. What is on the page stays, and copies made earlier are not changed.
        </ConfirmDialog>
      );
    case null:
      return null;
  }
}

async function removeDeletedText(session: DocumentSession): Promise<void> {
  await session.flush();
  await callHost('document.removeDeletedText', { session: session.session });
  showToast('What was deleted is out of this file');
}
