import { createHash } from 'node:crypto';
import { basename, dirname, extname, join } from 'node:path';
import { HostError } from '../../../shared/contract/errors.ts';
import type { Holder } from '../../storage/claimSocket.ts';
import { encodeFile, newHeader } from '../../storage/createFile.ts';
import type { DebriefFile } from '../../storage/debriefFile.ts';
import type { FileSystem } from '../../storage/fileSystem.ts';
import { HEADER_BYTES, readHeader } from '../../storage/format/header.ts';
import { ownerWrites, type Permissions } from '../../storage/permissions.ts';
import { NameTaken, placeNewFile } from '../../storage/placeNewFile.ts';
import { rewriteFile } from '../../storage/rewriteFile.ts';
import { type ClaimName, WriterClaim } from '../../storage/writerClaim.ts';
import type { HostReplica } from './hostReplica.ts';

export interface CopyBesideParts {
  readonly fs: FileSystem;
  /** The file that cannot take the document, without symbolic links. */
  readonly realPath: string;
  readonly documentId: string;
  readonly replica: HostReplica;
  readonly claimName: ClaimName;
  /** What this process answers to another that wants the copy while it is written again. */
  readonly self: Holder;
}

/** A copy as it was written. */
interface Written {
  readonly path: string;
  /** The document's state. */
  readonly state: Uint8Array;
  /** SHA-256 of the whole file, hex. */
  readonly digest: string;
}

/** Somebody else wrote to the copy. */
class NotOurs extends Error {
  override readonly name = 'NotOurs';
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * A copy of the whole document beside a file that cannot take it: something else was put in its place. It is
 * a `.debrief` file of the same document, so that it can be opened, and merged with the file later.
 */
export class CopyBeside {
  readonly #parts: CopyBesideParts;
  #last: Written | null = null;

  constructor(parts: CopyBesideParts) {
    this.#parts = parts;
  }

  /**
   * Writes the copy, or writes it again after a change: over the last one where that is as it was written and
   * nobody has it open, else under a name that is free. Returns its name. `permissions` are those of the file
   * that it is a copy of. Throws what the disk threw.
   */
  async write(permissions: Permissions): Promise<string> {
    const { documentId, replica } = this.#parts;
    const state = replica.state();
    let path = await this.#pathOfSame(state);
    if (path === null) {
      const bytes = encodeFile(newHeader(documentId, 0), replica.records());
      path = (await this.#writeOver(bytes)) ?? (await this.#writeNew(bytes, ownerWrites(permissions)));
      this.#last = { path, state, digest: digestOf(bytes) };
    }
    return basename(path);
  }

  /**
   * Writes what the person wrote into the copy, since it cannot go into `file`, and says so beside the reason. When the
   * disk refuses the copy too, nothing is promised.
   */
  async explain(reason: HostError, file: DebriefFile): Promise<HostError> {
    try {
      const name = await this.write(await file.permissions());
      const sentence = `${reason.sentence} What you wrote is kept in “${name}”.`;
      return new HostError({ ...reason.value(), sentence }, { cause: reason });
    } catch {
      return reason;
    }
  }

  /** Where the copy of this state is already, by itself or with what a person wrote into it since; or null. */
  async #pathOfSame(state: Uint8Array): Promise<string | null> {
    if (this.#last === null || Buffer.compare(this.#last.state, state) !== 0) return null;
    const { path } = this.#last;
    const reading = readHeader((await this.#read(path, HEADER_BYTES)) ?? new Uint8Array());
    const isThere = reading.kind === 'header' && reading.header.documentId === this.#parts.documentId;
    return isThere ? path : null;
  }

  /** Writes over the last copy and returns its path; null where there is none that is only ours. */
  async #writeOver(bytes: Uint8Array): Promise<string | null> {
    const last = this.#last;
    if (last === null || !(await this.#isUntouched(last))) return null;
    const { fs, claimName, self } = this.#parts;
    const stat = await fs.stat(last.path);
    const outcome = await WriterClaim.of(claimName, self, last.path, stat.identity);
    if (outcome.kind === 'held') return null;
    try {
      await rewriteFile(fs, last.path, bytes, stat, async () => {
        if (!(await this.#isUntouched(last))) throw new NotOurs();
      });
      return last.path;
    } catch (error) {
      if (error instanceof NotOurs) return null;
      throw error;
    } finally {
      await outcome.claim.release();
    }
  }

  async #writeNew(bytes: Uint8Array, permissions: Permissions): Promise<string> {
    const { fs, realPath } = this.#parts;
    const extension = extname(realPath);
    const stem = basename(realPath, extension);
    for (let count = 1; ; count++) {
      const name = `${stem} (kept${count === 1 ? '' : ` ${count}`})${extension}`;
      const path = join(dirname(realPath), name);
      try {
        await placeNewFile(fs, path, bytes, permissions);
        return path;
      } catch (error) {
        if (!(error instanceof NameTaken)) throw error;
      }
    }
  }

  /** Whether the file there, and no link to another, is byte for byte what was written. */
  async #isUntouched({ path, digest }: Written): Promise<boolean> {
    const bytes = await this.#read(path);
    return bytes !== null && digestOf(bytes) === digest;
  }

  /** The file there, or its first `length` bytes; null for anything that is no file of that path, or cannot be read. */
  async #read(path: string, length?: number): Promise<Uint8Array | null> {
    const { fs } = this.#parts;
    try {
      if ((await fs.realPath(path)) !== path) return null;
      const file = await fs.open(path, 'read');
      try {
        const { isFile, size } = await file.stat();
        return isFile ? await file.readAt(0, length ?? size) : null;
      } finally {
        await file.close();
      }
    } catch {
      // A copy that is gone or cannot be read is written under another name; a disk that refuses that says why.
      return null;
    }
  }
}
