import { errorCode, type FileIdentity, type FileStat, type FileSystem, type OpenFile } from './fileSystem.ts';
import type { FileHeader } from './format/header.ts';
import { documentKey, encodeRecord, type RecordContent } from './format/record.ts';

/** How far a file is known: everything before `length` is on the disk and was read or written by us. */
export interface KnownExtent {
  /** Bytes. */
  readonly length: number;
  readonly lastSequence: number;
  /** Where the last record begins and its header's CRC; null in a file without records. */
  readonly lastRecord: { readonly offset: number; readonly headerCrc: number } | null;
}

/**
 * What became of an append. Only `acknowledged` may be reported as saved: fsync returned, and the path still
 * named this file and nothing had been put into it by others.
 */
export type AppendOutcome = 'acknowledged' | 'replaced' | 'gone' | 'changed';

/** A `.debrief` file that this process writes. */
export class DebriefFile {
  readonly path: string;
  readonly header: FileHeader;
  readonly identity: FileIdentity;
  readonly #fs: FileSystem;
  readonly #handle: OpenFile;
  readonly #key: number;
  #extent: KnownExtent;

  constructor(
    fs: FileSystem,
    path: string,
    handle: OpenFile,
    identity: FileIdentity,
    header: FileHeader,
    extent: KnownExtent,
  ) {
    this.#fs = fs;
    this.path = path;
    this.#handle = handle;
    this.identity = identity;
    this.header = header;
    this.#key = documentKey(header.documentId);
    this.#extent = extent;
  }

  get extent(): KnownExtent {
    return this.#extent;
  }

  /** Appends the records in one write and one fsync. Throws what the disk threw: nothing is then known. */
  async append(records: readonly RecordContent[]): Promise<AppendOutcome> {
    const before = await this.#compare(this.#extent.length);
    if (before !== null) return before;
    const encoded = records.map((r, i) => encodeRecord(r, this.#extent.lastSequence + 1 + i, this.#key));
    const bytes = Buffer.concat(encoded);
    const written = await this.#handle.append(bytes);
    if (written < bytes.length) throw new ShortWrite(written, bytes.length);
    await this.#handle.fsync();
    const after = await this.#compare(this.#extent.length + bytes.length);
    if (after !== null) return after;
    const last = encoded[encoded.length - 1];
    const length = this.#extent.length + bytes.length;
    if (last !== undefined) {
      this.#extent = {
        length,
        lastSequence: this.#extent.lastSequence + records.length,
        lastRecord: {
          offset: length - last.length,
          headerCrc: new DataView(last.buffer).getUint32(28, true),
        },
      };
    }
    return 'acknowledged';
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  /** How the file that the path names differs from this one at `length` bytes; null when it does not. */
  async #compare(length: number): Promise<Exclude<AppendOutcome, 'acknowledged'> | null> {
    let named: FileStat;
    try {
      named = await this.#fs.stat(this.path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return 'gone';
      throw error;
    }
    if (named.identity !== this.identity) return 'replaced';
    return named.size === length ? null : 'changed';
  }
}

/** The disk took only a part of what it was given. */
export class ShortWrite extends Error {
  override readonly name = 'ShortWrite';
  /** Nearly always the first sign of a full disk. */
  readonly code = 'ENOSPC';

  constructor(written: number, wanted: number) {
    super(`${written} of ${wanted} bytes written`);
  }
}
