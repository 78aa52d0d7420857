import { useMemo, useSyncExternalStore } from 'react';
import type { About } from '../../shared/document/about.ts';
import { readAbout } from '../../shared/document/about.ts';
import { type Facts, readFacts } from '../../shared/document/facts.ts';
import { aboutOf, factsOf } from '../../shared/document/layout.ts';
import type { DocumentSession } from './documentSession.ts';

/** A part of the Y.Doc as plain data that stays the same object until it changes. */
function useShared<T>(
  session: DocumentSession,
  typeOf: (doc: DocumentSession['doc']) => ReturnType<typeof factsOf>,
  read: (doc: DocumentSession['doc']) => T,
): T {
  const store = useMemo(() => {
    let current = read(session.doc);
    return {
      get: () => current,
      subscribe: (changed: () => void) => {
        const update = (): void => {
          current = read(session.doc);
          changed();
        };
        const type = typeOf(session.doc);
        type.observe(update);
        return () => type.unobserve(update);
      },
    };
  }, [session, typeOf, read]);
  return useSyncExternalStore(store.subscribe, store.get);
}

export const useFacts = (session: DocumentSession): Facts => useShared(session, factsOf, readFacts);

export const useAbout = (session: DocumentSession): About => useShared(session, aboutOf, readAbout);
