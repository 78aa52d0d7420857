import { dirname } from 'node:path';
import { endsWith, hasLastingIdentity, isKnownFile, type KnownExtent } from './fileProof.ts';
import {
  errorCode,
  type FileIdentity,
  type FileStat,
  type FileSystem,
  NoFile,
  type OpenFile,
  type OpenMode,
} from './fileSystem.ts';
import { type FileHeader, HEADER_BYTES } from './format/header.ts';
import { documentKey, encodeRecord, type RecordContent, readRecordHeader } from './format/record.ts';
import { type RecordScan, scanRecords } from './format/scanRecords.ts';
import type { Permissions } from './permissions.ts';
import { placeOf } from './placeOf.ts';
import type { FileContents } from './readFile.ts';
import { writeWhole } from './writeWhole.ts';

/**
 * How the file that the path names now differs from the one that is known. `grew`: others appended.
 * `rewritten`: it is the same file, but what is known of it is no longer there.
 */
export type Look = { readonly kind: 'same' } | { readonly kind: 'gone' } | OutsideLook;

export interface OutsideLook {
  readonly kind: 'replaced' | 'rewritten' | 'grew';
  readonly stat: FileStat;
}

/** What others appended, and how it is taken for known. */
export interface Growth {
  readonly scan: RecordScan;
  readonly accept: () => void;
}

export interface OpenedFile {
  readonly fs: FileSystem;
  readonly path: string;
  readonly realPath: string;
  readonly handle: OpenFile;
  readonly how: 'append' | 'read';
  /** What was read through `handle`. */
  readonly contents: FileContents;
}

/** A `.debrief` file that this process has open, to write it or to follow it. */
export class DebriefFile {
  /** As the person names it; it may be a symbolic link. */
  readonly path: string;
  /** Where the file is: without symbolic links. */
  readonly realPath: string;
  readonly header: FileHeader;
  readonly identity: FileIdentity;
  readonly #fs: FileSystem;
  readonly #key: number;
  readonly #how: 'append' | 'read';
  #handle: OpenFile;
  #extent: KnownExtent;
  /** Whether the disk calls a file by the same identity each time; else its content has to tell. */
  #identityLasts = true;
  /** Whether the file may have been cut where it was then appended to: its length says nothing. */
  #isInDoubt = false;
  /** Of the records before the known length, those that are sound. */
  #soundRecords: number;
  /** When the file last changed, as far as what changed in it is known. */
  #modified: bigint;
  /** As they were last seen. */
  #permissions: Permissions;
  /** The bytes of an append that failed, or whose place in the file is not certain. */
  #attempt: Uint8Array | null = null;

  /** An unfinished last write does not count as known. */
  constructor({ fs, path, realPath, handle, how, contents }: OpenedFile) {
    const { header, stat, scan } = contents;
    const last = scan.records[scan.records.length - 1];
    this.#fs = fs;
    this.path = path;
    this.realPath = realPath;
    this.#handle = handle;
    this.#how = how;
    this.identity = stat.identity;
    this.#permissions = stat;
    this.#modified = stat.modified;
    this.#soundRecords = scan.records.length;
    this.header = header;
    this.#key = documentKey(header.documentId);
    this.#extent = {
      length: scan.tail?.offset ?? contents.bytes.length,
      lastSequence: scan.lastSequence,
      lastRecord: last === undefined ? null : { offset: last.offset, headerCrc: last.headerCrc },
    };
  }

  /** False on a disk that calls one file by another identity each time. */
  get identityLasts(): boolean {
    return this.#identityLasts;
  }

  get extent(): KnownExtent {
    return this.#extent;
  }

  /**
   * Appends the records in one write and one fsync. True when they may be acknowledged: fsync returned, and the
   * path then still named this file, with nothing of others in it. False: look, and append again. Throws what
   * the disk threw: the end of the file is then uncertain until {@link cutBack} has returned.
   */
  async append(records: readonly RecordContent[]): Promise<boolean> {
    const { length, lastSequence } = this.#extent;
    const encoded = records.map((r, i) => encodeRecord(r, lastSequence + 1 + i, this.#key));
    const bytes = Buffer.concat(encoded);
    const before = await this.#handle.stat();
    this.#attempt = bytes;
    this.#isInDoubt = true;
    await writeWhole(this.#handle, bytes);
    await this.#handle.fsync();
    if ((await this.place()) !== this.realPath) return false;
    const named = await this.#statAt(this.realPath);
    if (named?.size !== length + bytes.length) return false;
    if (named.identity !== this.identity && ((await this.#judgeIdentity()) || !(await this.#isProven(bytes))))
      return false;
    this.#attempt = null;
    this.#isInDoubt = false;
    // What others changed before this is found at the next look.
    if (before.modified === this.#modified) this.#modified = named.modified;
    this.#soundRecords += encoded.length;
    const last = encoded[encoded.length - 1];
    if (last !== undefined) {
      const offset = length + bytes.length - last.length;
      const headerCrc = readRecordHeader(last, 0)!.headerCrc;
      this.#extent = {
        length: length + bytes.length,
        lastSequence: lastSequence + records.length,
        lastRecord: { offset, headerCrc },
      };
    }
    return true;
  }

  /**
   * After a failed append: removes what it left behind the acknowledged length, and opens the file afresh. What
   * others appended meanwhile is not touched; the next look finds it. False when the file is gone: to be called
   * again when it is back. Throws what the disk threw.
   */
  async cutBack(): Promise<boolean> {
    if (this.#attempt === null) return true;
    const file = await this.#openHere('update');
    if (file === null) return false;
    try {
      const stat = await file.stat();
      const { size } = stat;
      if (!(await this.#isThis(file, stat))) return true;
      const rest = await file.readAt(this.#extent.length, Math.max(0, size - this.#extent.length));
      const isOurs = rest.length <= this.#attempt.length && rest.every((b, i) => b === this.#attempt?.[i]);
      if (rest.length > 0 && isOurs) await file.truncate(this.#extent.length);
    } finally {
      await file.close();
    }
    const afresh = await this.#openHere('append');
    if (afresh === null) return false;
    await this.#take(afresh);
    this.#attempt = null;
    return true;
  }

  /**
   * Cuts an unfinished last write off, unless the file has changed since it had `size` bytes. False and throws as
   * {@link cutBack}.
   */
  async cutTail(size: number): Promise<boolean> {
    const file = await this.#openHere('update');
    if (file === null) return false;
    try {
      const stat = await file.stat();
      if (stat.size === size && (await this.#isThis(file, stat))) await file.truncate(this.#extent.length);
    } finally {
      await file.close();
    }
    return true;
  }

  /**
   * Waits until the disk has the file and its name. Whoever put it there may not have waited, and what we
   * acknowledge stands on both. Throws what the disk threw: the file has then to be written anew.
   */
  async makeSafe(): Promise<void> {
    await this.#handle.fsync();
    await this.#fs.fsyncDirectory(dirname(this.realPath));
  }

  /** The whole file as it is now. */
  async readAll(): Promise<Uint8Array> {
    return this.#handle.readAt(0, (await this.#handle.stat()).size);
  }

  /** The permissions of the open file, whatever became of its name; as last seen where the disk does not say. */
  async permissions(): Promise<Permissions> {
    try {
      this.#permissions = await this.#handle.stat();
    } catch {
      // A file that others removed from a network disk may not be asked any more.
    }
    return this.#permissions;
  }

  /** Where the file is that the path names now; where it leads nowhere, {@link realPath}. */
  place(): Promise<string> {
    return placeOf(this.#fs, this.path, this.realPath);
  }

  async look(): Promise<Look> {
    const place = await this.place();
    const stat = await this.#statAt(place);
    if (stat === null) return { kind: 'gone' };
    if (place !== this.realPath || !stat.isFile) return { kind: 'replaced', stat };
    if (stat.identity !== this.identity) {
      return (await this.#judgeIdentity()) ? { kind: 'replaced', stat } : this.#lookByContent();
    }
    const isKnown = await this.#isKnown(this.#handle, stat);
    if (stat.size < this.#extent.length || !isKnown) return { kind: 'rewritten', stat };
    return stat.size > this.#extent.length ? { kind: 'grew', stat } : { kind: 'same' };
  }

  /** The records that others appended. They count as known once they are accepted; a last unfinished one does not. */
  async readGrowth(): Promise<Growth> {
    const { length, lastSequence, lastRecord } = this.#extent;
    const { size, modified } = await this.#handle.stat();
    const bytes = await this.#handle.readAt(length, Math.max(0, size - length));
    const scan = scanRecords(bytes, 0, this.#key, lastSequence + 1);
    const last = scan.records[scan.records.length - 1];
    const accept = () => {
      this.#modified = modified;
      this.#soundRecords += scan.records.length;
      this.#extent = {
        length: length + (scan.tail?.offset ?? bytes.length),
        lastSequence: scan.lastSequence,
        lastRecord:
          last === undefined ? lastRecord : { offset: length + last.offset, headerCrc: last.headerCrc },
      };
    };
    return { scan, accept };
  }

  /** Takes bytes that are no record for known, so that an append may follow them. */
  skipTo(length: number): void {
    this.#extent = { ...this.#extent, length: Math.max(length, this.#extent.length) };
  }

  /** Opens it again after {@link close}, when the file could not be replaced after all. */
  async reopen(): Promise<void> {
    this.#handle = await this.#fs.open(this.realPath, 'append');
  }

  /** Lets go. Everything that was acknowledged is on the disk already, so a failure here means nothing. */
  async close(): Promise<void> {
    await closeQuietly(this.#handle);
  }

  /**
   * {@link look} on a disk where the identity says nothing: what the path names is opened, and judged by its
   * content. When it is the known file it is the one to write from now on, since nothing tells whether the file
   * that was open until now is still the one that people find.
   */
  async #lookByContent(): Promise<Look> {
    const named = await this.#openHere(this.#how);
    if (named === null) return { kind: 'gone' };
    try {
      const stat = await named.stat();
      const isKnown = await this.#isKnown(named, stat);
      if (stat.size < this.#extent.length || !isKnown) return { kind: 'replaced', stat };
      await this.#take(named);
      return stat.size > this.#extent.length ? { kind: 'grew', stat } : { kind: 'same' };
    } finally {
      if (this.#handle !== named) await closeQuietly(named);
    }
  }

  /**
   * Whether the path names a file that ends with these bytes, which were appended and waited for. That file may
   * be another than the one they were written to: it is waited for by itself, and written from now on.
   */
  async #isProven(bytes: Uint8Array): Promise<boolean> {
    const named = await this.#openHere(this.#how);
    if (named === null) return false;
    try {
      if (!(await endsWith(named, this.#extent.length, bytes))) return false;
      await this.#take(named);
    } finally {
      if (this.#handle !== named) await closeQuietly(named);
    }
    await this.makeSafe();
    return true;
  }

  async #isKnown(handle: OpenFile, { size, modified }: FileStat): Promise<boolean> {
    const whole = this.#isInDoubt || size > this.#extent.length;
    if (!(await isKnownFile(handle, this.header, this.#extent, whole))) return false;
    if (size === this.#extent.length && modified !== this.#modified) {
      if (!(await this.#isStillSound(handle))) return false;
      this.#modified = modified;
    }
    this.#isInDoubt = false;
    return true;
  }

  /** Whether every record that was sound still is, in a file that changed without growing. */
  async #isStillSound(handle: OpenFile): Promise<boolean> {
    const bytes = await handle.readAt(0, this.#extent.length);
    return scanRecords(bytes, HEADER_BYTES, this.#key, 1).records.length === this.#soundRecords;
  }

  async #take(handle: OpenFile): Promise<void> {
    const old = this.#handle;
    this.#handle = handle;
    await closeQuietly(old);
  }

  /** Null when there is no file, but perhaps something else. */
  async #openHere(how: OpenMode): Promise<OpenFile | null> {
    try {
      return await this.#fs.open(this.realPath, how);
    } catch (error) {
      if (errorCode(error) === 'ENOENT' || error instanceof NoFile) return null;
      throw error;
    }
  }

  /** Whether the file behind `handle` is this one, and not one that was put in its place. */
  async #isThis(handle: OpenFile, { identity }: FileStat): Promise<boolean> {
    if (identity === this.identity) return true;
    return !(await this.#judgeIdentity()) && isKnownFile(handle, this.header, this.#extent, false);
  }

  /** For an identity that differs: whether that means another file. */
  async #judgeIdentity(): Promise<boolean> {
    this.#identityLasts &&= await hasLastingIdentity(this.#fs, this.realPath);
    return this.#identityLasts;
  }

  async #statAt(place: string): Promise<FileStat | null> {
    try {
      return await this.#fs.stat(place);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  }
}

async function closeQuietly(handle: OpenFile): Promise<void> {
  try {
    await handle.close();
  } catch {
    return;
  }
}
