import { useEffect, useState } from 'react';
import { HostError } from '../../../shared/contract/errors.ts';
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
    return () => void opened.then((session) => session.close()).catch(() => undefined);
  }, [file]);
  return opening;
}
