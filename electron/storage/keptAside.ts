import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ensureFolder } from './ensureFolder.ts';
import { errorCode, type FileSystem } from './fileSystem.ts';
import { OWNER_ONLY } from './permissions.ts';
import { writeNewFile } from './writeNewFile.ts';

/**
 * Why something was put aside: the torn end of a file before it was cut, a damaged file before it was written
 * anew, an update that the schema gate refused, edits that no file would take when the document was closed.
 */
export type KeptReason = 'tail' | 'damaged' | 'refused' | 'unsaved';

export interface KeptFile {
  readonly path: string;
  readonly reason: KeptReason;
  /** Whether it was kept of this file, and not of another copy of the document. */
  readonly isOfThisFile: boolean;
}

const NAME = /-(tail|damaged|refused|unsaved)-([0-9a-f]{16})(?:-\d+)?\.(?:bytes|debrief)$/;

/** What is kept of documents in the data folder, so that nothing is thrown away before a person says so. */
export class KeptAside {
  readonly #fs: FileSystem;
  readonly #folder: string;
  /** Stands for the file in the names of what is kept of it. */
  readonly #fileKey: string;

  /** `filePath` is the document file's real path. */
  constructor(fs: FileSystem, dataFolder: string, documentId: string, filePath: string) {
    this.#fs = fs;
    this.#folder = join(dataFolder, 'kept-aside', documentId);
    this.#fileKey = createHash('sha256').update(filePath).digest('hex').slice(0, 16);
  }

  /** Keeps the bytes; they are on the disk when it resolves, with the path. Throws what the disk threw. */
  async keep(reason: KeptReason, bytes: Uint8Array): Promise<string> {
    await ensureFolder(this.#fs, this.#folder);
    const stamp = new Date().toISOString().replace(/[:.]/g, '-');
    const extension = reason === 'unsaved' || reason === 'damaged' ? 'debrief' : 'bytes';
    for (let count = 0; ; count++) {
      const tail = `${count === 0 ? '' : `-${count}`}.${extension}`;
      const path = join(this.#folder, `${stamp}-${reason}-${this.#fileKey}${tail}`);
      try {
        await writeNewFile(this.#fs, path, bytes, OWNER_ONLY);
      } catch (error) {
        if (errorCode(error) === 'EEXIST') continue;
        throw error;
      }
      await this.#fs.fsyncDirectory(this.#folder);
      return path;
    }
  }

  /** What is kept of this document, of all copies of it, the oldest first. */
  async list(): Promise<KeptFile[]> {
    return (await this.#names()).sort().flatMap((name) => {
      const [, reason, fileKey] = NAME.exec(name) ?? [];
      if (reason === undefined) return [];
      const path = join(this.#folder, name);
      return [{ path, reason: reason as KeptReason, isOfThisFile: fileKey === this.#fileKey }];
    });
  }

  /** Removes everything that is kept of this document. */
  async removeAll(): Promise<void> {
    for (const name of await this.#names()) await this.remove(join(this.#folder, name));
  }

  /**
   * Removes one kept file. It is emptied first, and that waited for: a name that comes back after a power cut
   * then leads to nothing.
   */
  async remove(path: string): Promise<void> {
    const file = await this.#fs.open(path, 'update');
    try {
      await file.truncate(0);
      await file.fsync();
    } finally {
      await file.close();
    }
    await this.#fs.unlink(path);
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
