import { claimSocket } from '../storage/claimSocket.ts';
import type { DebriefHost } from './debriefHost.ts';

/** Milliseconds between two attempts to claim a document. */
const WAIT = 50;
/** Attempts before it is done all the same: two files of a document are better than none. */
const PATIENCE = 100;

/**
 * Does something that puts a document into the library where that lacks it. Others that do so with the same document
 * at the same time, in any program on this machine, wait for it, and find that document in the library then.
 */
export async function withDocument<Result>(
  { folders }: DebriefHost,
  documentId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const self = { pid: process.pid, label: 'Debrief', address: null };
  for (let attempts = 0; attempts < PATIENCE; attempts++) {
    const claim = await claimSocket(`document ${folders.library} ${documentId}`, self);
    if (claim.kind === 'held') {
      await new Promise((later) => setTimeout(later, WAIT));
      continue;
    }
    try {
      return await work();
    } finally {
      await claim.release();
    }
  }
  return work();
}
