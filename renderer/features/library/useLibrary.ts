import { useCallback, useEffect, useState } from 'react';
import { HostError } from '../../../shared/contract/errors.ts';
import type { LibraryEntry } from '../../../shared/contract/libraryEntry.ts';
import { callHost, listenToHost } from '../../session/host.ts';
import { inOrder } from './inOrder.ts';

export type Listing =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly entries: readonly LibraryEntry[] }
  | { readonly kind: 'failed'; readonly sentence: string; readonly next: string };

/** The postmortems of the folder, read again when the host says so and when the person comes back to the window. */
export function useLibrary(): { readonly listing: Listing; readonly readAgain: () => void } {
  const [listing, setListing] = useState<Listing>({ kind: 'reading' });
  const readAgain = useCallback(() => {
    callHost('library.list', {}).then(
      ({ entries }) => setListing({ kind: 'read', entries: inOrder(entries) }),
      (error: unknown) => {
        const known = error instanceof HostError;
        setListing({
          kind: 'failed',
          sentence: known ? error.sentence : 'The library could not be read.',
          next: known ? error.next : 'Try again.',
        });
      },
    );
  }, []);
  useEffect(() => {
    readAgain();
    window.addEventListener('focus', readAgain);
    const stop = listenToHost((event) => {
      if (event.kind === 'library-changed' || event.kind === 'back') readAgain();
    });
    return () => {
      window.removeEventListener('focus', readAgain);
      stop();
    };
  }, [readAgain]);
  return { listing, readAgain };
}
