import { useEffect, useState } from 'react';
import { HostError } from '../../../shared/contract/errors.ts';
import { openDialog } from '../../app/dialogs.ts';
import { showProblem } from '../../app/showProblem.ts';
import { DocumentSession } from '../../session/documentSession.ts';

export type Opening =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly session: DocumentSession }
  | { readonly kind: 'failed'; readonly sentence: string; readonly next: string };

/** Opens a document for as long as the component lives. */
export function useDocumentSession(file: string): Opening {
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' });
  useEffect(() => {
    const opened = DocumentSession.open(file);
    opened.then(
      (session) => setOpening({ kind: 'open', session }),
      (error: unknown) =>
        setOpening({
          kind: 'failed',
          sentence: error instanceof HostError ? error.sentence : 'This document could not be opened.',
          next: error instanceof HostError ? error.next : 'Go back to the library and try again.',
        }),
    );
    return () => void opened.then(leave, () => undefined);
  }, [file]);
  return opening;
}

/** Lets a document go. What is not on the disk yet is said: the page that says so is about to be gone. */
async function leave(session: DocumentSession): Promise<void> {
  const { save } = session.state.getState();
  if (save.kind === 'not-saved' && !session.isAcknowledged) {
    openDialog({
      kind: 'problem',
      sentence: `“${session.fileName}” is left with changes that are not saved. ${save.sentence}`,
      next: `${save.next} Debrief goes on trying for as long as it runs.`,
    });
  }
  try {
    await session.close();
  } catch (error) {
    if (error instanceof HostError) showProblem(error);
    else throw error;
  }
}
