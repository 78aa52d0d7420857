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

  /**
   * Removes everything that is kept of this document. Each file is emptied first, and that waited for: a name
   * that comes back after a power cut then leads to nothing.
   */
  async removeAll(): Promise<void> {
    for (const name of await this.#names()) {
      const path = join(this.#folder, name);
      const file = await this.#fs.open(path, 'update');
      try {
        await file.truncate(0);
        await file.fsync();
      } finally {
        await file.close();
      }
      await this.#fs.unlink(path);
    }
  }

  async #names(): Promise<string[]> {
    try {
      return await this.#fs.readdir(this.#folder);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }
}
