import { watch } from 'node:fs';

/**
 * Calls `changed` with the name of what changed in a folder, or null where the system does not say; `ended` when
 * the watch is over by itself. Returns the function that ends it, or null where the system has no watches left.
 */
export function watchNames(
  folder: string,
  changed: (name: string | null) => void,
  ended: () => void,
): (() => void) | null {
  try {
    const watcher = watch(folder, { persistent: false }, (_event, name) => changed(name));
    watcher.on('error', () => {
      watcher.close();
      ended();
    });
    return () => watcher.close();
  } catch {
    return null;
  }
}
