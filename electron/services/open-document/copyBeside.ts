import { createHash } from 'node:crypto';
import { basename, dirname, extname, join } from 'node:path';
import { HostError } from '../../../shared/contract/errors.ts';
import type { Holder } from '../../storage/claimSocket.ts';
import { encodeFile, newHeader } from '../../storage/createFile.ts';
import type { DebriefFile } from '../../storage/debriefFile.ts';
import type { FileSystem } from '../../storage/fileSystem.ts';
import { ownerWrites, type Permissions } from '../../storage/permissions.ts';
import { NameTaken, placeNewFile } from '../../storage/placeNewFile.ts';
import { readAtPlace } from '../../storage/readForUse.ts';
import { rewriteFile } from '../../storage/rewriteFile.ts';
import type { Vet } from '../../storage/vet.ts';
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
  /** Tries out what others may have written to the copy. */
  readonly vet: Vet | undefined;
}

/** Why a document cannot go into its file, and whether all of it is in the copy. */
export interface Explained {
  readonly error: HostError;
  readonly isKept: boolean;
}

/** A copy as it was written. */
interface Written {
  readonly path: string;
  /** {@link HostReplica.digest} of what is in it. */
  readonly content: string;
  /** SHA-256 of the whole file, hex. */
  readonly digest: string;
}

/** Somebody else wrote to the copy. */
class NotOurs extends Error {
  override readonly name = 'NotOurs';
}

const NO_COPY =
  'The copy that keeps what you wrote could not be written beside it. Make sure that there is room and that its folder may be written, then press Retry; or save a copy elsewhere.';

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
    const content = replica.digest();
    if (this.#last !== null && (await this.#holds(this.#last, content))) return basename(this.#last.path);
    const bytes = encodeFile(newHeader(documentId, 0), replica.records());
    const path = (await this.#writeOver(bytes)) ?? (await this.#writeNew(bytes, ownerWrites(permissions)));
    this.#last = { path, content, digest: digestOf(bytes) };
    return basename(path);
  }

  /**
   * Writes what the person wrote into the copy, since it cannot go into `file`, and says so beside the reason. When the
   * disk refuses the copy too, that is said instead of what to do in it.
   */
  async explain(reason: HostError, file: DebriefFile): Promise<Explained> {
    try {
      const name = await this.write(await file.permissions());
      const sentence = `${reason.sentence} What you wrote is kept in “${name}”.`;
      return { error: new HostError({ ...reason.value(), sentence }, { cause: reason }), isKept: true };
    } catch {
      return { error: new HostError({ ...reason.value(), next: NO_COPY }, { cause: reason }), isKept: false };
    }
  }

  /** Whether the copy there holds all of the document, by itself or with what a person wrote into it since. */
  async #holds(last: Written, content: string): Promise<boolean> {
    if (await this.#isUntouched(last)) return last.content === content;
    const { fs, documentId, replica, vet } = this.#parts;
    const { path } = last;
    try {
      if ((await fs.realPath(path)) !== path) return false;
      const { file, contents, replayed } = await readAtPlace(fs, { path, realPath: path }, 'read', vet);
      await file.close();
      return contents.header.documentId === documentId && replica.isIn(replayed);
    } catch {
      // As in #read.
      return false;
    }
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

  /** The file there; null for anything that is no file of that path, or cannot be read. */
  async #read(path: string): Promise<Uint8Array | null> {
    const { fs } = this.#parts;
    try {
      if ((await fs.realPath(path)) !== path) return null;
      const file = await fs.open(path, 'read');
      try {
        const { isFile, size } = await file.stat();
        return isFile ? await file.readAt(0, size) : null;
      } finally {
        await file.close();
      }
    } catch {
      // A copy that is gone or cannot be read is written under another name; a disk that refuses that says why.
      return null;
    }
  }
}
