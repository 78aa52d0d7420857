import { watch } from 'node:fs';
import { basename } from 'node:path';

/** Calls `changed` after a file of this name in the folder may have changed. Returns the function that ends it. */
export type WatchFile = (folder: string, name: string, changed: () => void) => () => void;

/**
 * The system's own notices of a folder. They make an outside change visible soon; nothing relies on them, since
 * the file is looked at before and after each write too. The folder and not the file is watched, so that a file
 * that is replaced by rename, deleted or put back is seen.
 */
export const watchFile: WatchFile = (folder, name, changed) => {
  try {
    const watcher = watch(folder, { persistent: false }, (_event, changedName) => {
      // The folder's own name: it was moved or removed, with the file in it.
      if (changedName === null || changedName === name || changedName === basename(folder)) changed();
    });
    // A watched folder that is removed or unmounted: the next look at the file says so.
    watcher.on('error', () => {
      watcher.close();
      changed();
    });
    return () => watcher.close();
  } catch {
    // A system that is out of watches, or a disk that has none: the looks around each write remain.
    return () => {};
  }
};
