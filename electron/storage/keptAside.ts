import { join } from 'node:path';
import { writeNewFile } from './createFile.ts';
import { ensureFolder } from './ensureFolder.ts';
import { errorCode, type FileSystem } from './fileSystem.ts';

/**
 * Why something was put aside: the torn end of a file before it was cut, a damaged file before it was written
 * anew, an update that the schema gate refused, edits that no file would take when the document was closed.
 */
export type KeptReason = 'tail' | 'damaged' | 'refused' | 'unsaved';

/** What is kept of documents in the data folder, so that nothing is thrown away before a person says so. */
export class KeptAside {
  readonly #fs: FileSystem;
  readonly #folder: string;

  constructor(fs: FileSystem, dataFolder: string, documentId: string) {
    this.#fs = fs;
    this.#folder = join(dataFolder, 'kept-aside', documentId);
  }

  /** Keeps the bytes; they are on the disk when it resolves, with the path. Throws what the disk threw. */
  async keep(reason: KeptReason, bytes: Uint8Array): Promise<string> {
    await ensureFolder(this.#fs, this.#folder);
    const stamp = new Date().toISOString().replace(/[:.]/g, '-');
    const extension = reason === 'unsaved' || reason === 'damaged' ? 'debrief' : 'bytes';
    for (let count = 0; ; count++) {
      const path = join(this.#folder, `${stamp}-${reason}${count === 0 ? '' : `-${count}`}.${extension}`);
      try {
        await writeNewFile(this.#fs, path, bytes, 0o600);
      } catch (error) {
        if (errorCode(error) === 'EEXIST') continue;
        throw error;
      }
      await this.#fs.fsyncDirectory(this.#folder);
      return path;
    }
  }

  /** Removes everything that is kept of this document; it stays removed after a power cut. */
  async removeAll(): Promise<void> {
    let names: string[];
    try {
      names = await this.#fs.readdir(this.#folder);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return;
      throw error;
    }
    for (const name of names) await this.#fs.unlink(join(this.#folder, name));
    await this.#fs.fsyncDirectory(this.#folder);
  }
}
