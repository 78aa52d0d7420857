import { basename, dirname, extname, join } from 'node:path';
import { encodeFile, newHeader } from '../../storage/createFile.ts';
import { errorCode, type FileSystem } from '../../storage/fileSystem.ts';
import { rewriteFile } from '../../storage/rewriteFile.ts';
import type { HostReplica } from './hostReplica.ts';

/**
 * A copy of the whole document beside a file that cannot take it: something else was put in its place. It is
 * a `.debrief` file of the same document, so that it can be opened, and merged with the file later.
 */
export class CopyBeside {
  readonly #fs: FileSystem;
  readonly #realPath: string;
  readonly #documentId: string;
  readonly #replica: HostReplica;
  #path: string | null = null;
  #written: Uint8Array | null = null;

  constructor(fs: FileSystem, realPath: string, documentId: string, replica: HostReplica) {
    this.#fs = fs;
    this.#realPath = realPath;
    this.#documentId = documentId;
    this.#replica = replica;
  }

  /** Writes the copy, or writes it again after a change. Returns its name. Throws what the disk threw. */
  async write(): Promise<string> {
    this.#path ??= await this.#freePath();
    const state = this.#replica.state();
    if (this.#written === null || Buffer.compare(this.#written, state) !== 0) {
      const bytes = encodeFile(newHeader(this.#documentId, 0), this.#replica.records());
      await rewriteFile(this.#fs, this.#path, bytes, undefined, async () => {});
      this.#written = state;
    }
    return basename(this.#path);
  }

  async #freePath(): Promise<string> {
    const extension = extname(this.#realPath);
    const stem = basename(this.#realPath, extension);
    for (let count = 1; ; count++) {
      const name = `${stem} (kept${count === 1 ? '' : ` ${count}`})${extension}`;
      const path = join(dirname(this.#realPath), name);
      try {
        await this.#fs.stat(path);
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return path;
        throw error;
      }
    }
  }
}
