import type * as Y from 'yjs';
import type { SaveState } from '../../shared/contract/saveState.ts';

type ReadOnly = Extract<SaveState, { kind: 'read-only' }>;

/** A file of which nothing can be read is repaired only from a window whose replica has kept some of the document. */
export function whatRepairWrites(state: ReadOnly, doc: Y.Doc): ReadOnly {
  if (state.remedy !== 'restore') return state;
  if (doc.store.clients.size === 0) return { ...state, remedy: null };
  return {
    ...state,
    next: 'What this window has kept of it is shown. Press Repair: the file is kept aside as it is now, and written anew with that.',
  };
}
