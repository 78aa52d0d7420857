import { claimSocket } from '../../storage/claimSocket.ts';
import { type WatchFile, watchFile } from '../../storage/watchFile.ts';
import type { ClaimName } from '../../storage/writerClaim.ts';

/** When a file is tidied by itself. */
export interface TidyLimits {
  /** A snapshot is written when this many records have come since the last one. */
  readonly recordsPerSnapshot: number;
  /** A file is written anew when its history outgrows the snapshot, and this many bytes. */
  readonly historyBytes: number;
}

/** What an open document needs of the machine besides a disk; a test replaces any of it. */
export interface Surroundings {
  readonly claim: ClaimName;
  readonly watch: WatchFile;
  /** Calls `run` once after `milliseconds`. Returns the function that calls it off. */
  readonly schedule: (milliseconds: number, run: () => void) => () => void;
  readonly limits: TidyLimits;
}

export const machineSurroundings: Surroundings = {
  claim: claimSocket,
  watch: watchFile,
  schedule: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  limits: { recordsPerSnapshot: 1_000, historyBytes: 256 * 1024 },
};
