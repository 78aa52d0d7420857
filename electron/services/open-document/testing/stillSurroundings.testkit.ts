import type { Surroundings } from '../surroundings.ts';

/** Surroundings in which nothing happens by itself but retries, which come at once. No sockets, no watcher. */
export const stillSurroundings = (limits: Partial<Surroundings['limits']> = {}): Surroundings => ({
  claim: async () => ({ kind: 'claimed', release: async () => {} }),
  watch: () => () => {},
  schedule: (_milliseconds, run) => {
    const timer = setImmediate(run);
    return () => clearImmediate(timer);
  },
  limits: { recordsPerSnapshot: 12, historyBytes: 3_000, ...limits },
});
