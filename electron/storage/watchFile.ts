import { watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { errorCode } from './fileSystem.ts';
import { nodeFileSystem } from './nodeFileSystem.ts';
import { placeOf } from './placeOf.ts';
import type { FilePlace } from './readForUse.ts';

/** Calls `changed` after the file may have changed, or its path leads elsewhere. Returns the function that ends it. */
export type WatchFile = (place: FilePlace, changed: () => void) => () => void;

const LOOK_EVERY_MS = 2_000;

/**
 * Makes an outside change visible soon; nothing relies on it, since the file is looked at before and after each
 * write too.
 */
export const watchFile: WatchFile = (place, changed) => {
  const watching = new FileWatch(place, changed);
  return () => watching.end();
};

/**
 * The system's own notices of the folder that the file is in, which come at once, and a look every other second,
 * which sees what they do not tell: a link that is turned, a folder further up that is moved, and anything on a
 * network disk.
 */
class FileWatch {
  readonly #path: string;
  readonly #changed: () => void;
  #realPath: string;
  /** What the last look saw. */
  #seen = '';
  #isOver = false;
  #timer: NodeJS.Timeout | undefined;
  #endNotices: () => void;

  constructor({ path, realPath }: FilePlace, changed: () => void) {
    this.#path = path;
    this.#realPath = realPath;
    this.#changed = changed;
    this.#endNotices = watchFolderOf(realPath, changed);
    this.#lookLater();
  }

  end(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#endNotices();
  }

  #lookLater(): void {
    this.#timer = setTimeout(() => void this.#look(), LOOK_EVERY_MS).unref();
  }

  async #look(): Promise<void> {
    const seen = await this.#whatIsThere();
    if (this.#isOver) return;
    if (seen !== this.#seen) {
      this.#seen = seen;
      this.#endNotices();
      this.#endNotices = watchFolderOf(this.#realPath, this.#changed);
      this.#changed();
    }
    this.#lookLater();
  }

  /** Place, size and times in one comparable string; some disks make the identity up at each look. */
  async #whatIsThere(): Promise<string> {
    try {
      this.#realPath = await placeOf(nodeFileSystem, this.#path, this.#realPath);
      const { size, mtimeNs, ctimeNs } = await stat(this.#realPath, { bigint: true });
      return [this.#realPath, size, mtimeNs, ctimeNs].join(' ');
    } catch (error) {
      return `${this.#realPath} ${errorCode(error)}`;
    }
  }
}

/** The folder and not the file is watched, so that a file that is replaced by rename, deleted or put back is seen. */
function watchFolderOf(path: string, changed: () => void): () => void {
  const folder = dirname(path);
  try {
    const watcher = watch(folder, { persistent: false }, (_event, name) => {
      // The folder's own name: it was moved or removed, with the file in it.
      if (name === null || name === basename(path) || name === basename(folder)) changed();
    });
    // A watched folder that is removed or unmounted: the next look at the file says so.
    watcher.on('error', () => {
      watcher.close();
      changed();
    });
    return () => watcher.close();
  } catch {
    // A folder that is gone, a system that is out of watches, or a disk that has none: the looks remain.
    return () => {};
  }
}
