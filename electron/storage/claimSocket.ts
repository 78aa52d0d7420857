import { createHash } from 'node:crypto';
import { claimByFolder } from './claimByFolder.ts';
import { claimByPipe } from './claimByPipe.ts';

/** Who writes a file, as that process says it. */
export interface Holder {
  readonly pid: number;
  /** For a person: "Debrief", "debrief compact"... */
  readonly label: string;
  /** Where the holder can be reached to hand work over to it (an address of the loopback host), or null. */
  readonly address: string | null;
}

export type SocketClaim =
  | { readonly kind: 'claimed'; readonly release: () => Promise<void> }
  | { readonly kind: 'held'; readonly holder: Holder };

/**
 * Claims a name among all processes of this user on this machine, by listening on a local socket (a named pipe
 * on Windows). The system closes it when the process ends, however it ends, so no age has to be guessed.
 */
export async function claimSocket(name: string, holder: Holder): Promise<SocketClaim> {
  const key = createHash('sha256').update(name).digest('hex').slice(0, 24);
  try {
    return await (process.platform === 'win32' ? claimByPipe(key, holder) : claimByFolder(key, holder));
  } catch {
    // A machine without a writable temporary folder: work goes on without the claim, which keeps nothing safe.
    return { kind: 'claimed', release: async () => {} };
  }
}
