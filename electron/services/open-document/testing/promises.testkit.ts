import type { SimulatedDisk } from '../../../storage/testing/simulatedDisk.testkit.ts';

/** Something that was said to be safe: from one moment of a disk's log to another it must hold, cut or not. */
export interface DiskPromise {
  readonly what: string;
  readonly from: number;
  /** Exclusive; moved when a later act ends the promise. */
  until: number;
  /** Why the disk, as it was found after a cut, breaks it; null when it does not. */
  readonly broken: (found: Found) => Promise<string | null> | string | null;
}

/** What is found after a cut. */
export interface Found {
  readonly disk: SimulatedDisk;
  /** The text of the document, or null when its file cannot be opened. */
  readonly text: string | null;
  readonly images: (hash: string) => boolean;
  /** What is said about something that was saved and is gone. */
  readonly falseClaim: string | null;
}

/** Collects promises while a session runs on a disk. */
export class Promises {
  readonly all: DiskPromise[] = [];
  readonly #disk: SimulatedDisk;

  constructor(disk: SimulatedDisk) {
    this.#disk = disk;
  }

  now(what: string, broken: DiskPromise['broken']): DiskPromise {
    const promise = { what, from: this.#disk.log.length, until: Number.POSITIVE_INFINITY, broken };
    this.all.push(promise);
    return promise;
  }

  end(promise: DiskPromise): void {
    promise.until = this.#disk.log.length;
  }

  /** Others do something to the file that no promise survives. Returns the function that makes them all again. */
  pause(): () => void {
    const paused = this.all.filter(({ until }) => until === Number.POSITIVE_INFINITY);
    for (const promise of paused) this.end(promise);
    return () => {
      for (const { what, broken } of paused) this.now(what, broken);
    };
  }

  word(word: string): DiskPromise {
    return this.now(`the word ${word}`, ({ text }) => (text?.includes(`${word} `) ? null : 'it is gone'));
  }

  noWord(word: string): DiskPromise {
    return this.now(`the deletion of ${word}`, ({ text }) => (text?.includes(word) ? 'it is back' : null));
  }
}

/** The contents of all files that can be reached from the root, by path. */
export async function filesOf(disk: SimulatedDisk, folder = '/'): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const name of await disk.readdir(folder)) {
    const path = `${folder === '/' ? '' : folder}/${name}`;
    const { isFile, size } = await disk.stat(path);
    if (isFile) {
      const file = await disk.open(path, 'read');
      found.set(path, await file.readAt(0, size));
    } else for (const [inner, bytes] of await filesOf(disk, path)) found.set(inner, bytes);
  }
  return found;
}
