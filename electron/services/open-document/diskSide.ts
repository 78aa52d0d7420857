import { dirname } from 'node:path';
import * as Y from 'yjs';
import { encodeFile, newHeader } from '../../storage/createFile.ts';
import { DebriefFile, type Look } from '../../storage/debriefFile.ts';
import { ensureFolder } from '../../storage/ensureFolder.ts';
import { endsWith } from '../../storage/fileProof.ts';
import {
  errorCode,
  type FileIdentity,
  type FileStat,
  type FileSystem,
  type OpenFile,
} from '../../storage/fileSystem.ts';
import { HEADER_BYTES } from '../../storage/format/header.ts';
import { documentKey, type RecordContent } from '../../storage/format/record.ts';
import { type RecordScan, type ScannedRecord, scanRecords } from '../../storage/format/scanRecords.ts';
import { HeldFile, NotSafe } from '../../storage/heldFile.ts';
import type { KeptAside } from '../../storage/keptAside.ts';
import type { Ledger } from '../../storage/ledger.ts';
import { ownerWrites, type Permissions } from '../../storage/permissions.ts';
import type { FileContents } from '../../storage/readFile.ts';
import { type Replayed, replay } from '../../storage/replay.ts';
import { RenameUncertain, rewriteFile } from '../../storage/rewriteFile.ts';
import type { WriterClaim } from '../../storage/writerClaim.ts';
import type { HostReplica } from './hostReplica.ts';
import { nothingToWrite } from './mayWrite.ts';
import type { FileSide } from './outsideChange.ts';
import { HeldByOther } from './refusals.ts';

/** Something else is at the path than a moment ago: look again. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
}

/** The file that may be replaced: what it is expected to be at that moment, or null where none is expected. */
export type Expected = { readonly identity: FileIdentity; readonly size: number } | null;

export interface DiskSideParts {
  readonly fs: FileSystem;
  readonly replica: HostReplica;
  readonly held: HeldFile;
  readonly claim: WriterClaim;
  readonly keptAside: KeptAside;
  readonly ledger: Ledger;
}

/**
 * The file behind an open document, and how it is mended after a failure. It knows what has to be done to the
 * disk; {@link Saving} decides when. Its methods must not run at the same time.
 */
export class DiskSide implements FileSide {
  readonly how = 'append';
  readonly #fs: FileSystem;
  readonly #replica: HostReplica;
  readonly #claim: WriterClaim;
  readonly #keptAside: KeptAside;
  #ledger: Ledger;
  #held: HeldFile;
  /** After a failure: `cut` what a failed append left, or write the file `anew`. */
  #mend: 'cut' | 'anew' | null = null;
  /** Whether the file is damaged, and to be kept aside before it is written anew. */
  #isBeginningLost = false;

  constructor({ fs, replica, held, claim, keptAside, ledger }: DiskSideParts) {
    this.#fs = fs;
    this.#replica = replica;
    this.#held = held;
    this.#claim = claim;
    this.#keptAside = keptAside;
    this.#ledger = ledger;
  }

  get held(): HeldFile {
    return this.#held;
  }

  get mustWriteAnew(): boolean {
    return this.#mend === 'anew';
  }

  /** How the path differs from what is known, after cutting off what an unfinished write left behind. */
  async look(): Promise<Look> {
    const isCut = (await this.#cutBack()) && (await this.#held.cutTail(this.#keptAside));
    const look = await this.#held.file.look();
    // What has to be cut off may be back with the file: the next look begins with that.
    return isCut || look.kind === 'replaced' ? look : { kind: 'gone' };
  }

  /** Takes another file for the one to write, which was merged already. Throws {@link HeldByOther}. */
  async hold(held: HeldFile): Promise<void> {
    const { identity, realPath } = held.file;
    const holder = await this.#claim.moveTo(identity, realPath);
    if (holder !== null) throw new HeldByOther(holder);
    const old = this.#held;
    await this.#take(held);
    this.#isBeginningLost = false;
    if (this.#mend === 'cut') this.#mend = null;
    await old.file.close();
  }

  /** See {@link HeldFile.makeSafe}. The ledger then knows the file as one that this device has vetted. */
  async makeSafe(): Promise<void> {
    try {
      if (await this.#held.makeSafe()) await this.noteLedger();
    } catch (error) {
      if (error instanceof NotSafe) {
        this.#mend = 'anew';
        if (!this.#held.isIntact) this.#isBeginningLost = true;
      }
      throw error;
    }
  }

  /** True when the records may be acknowledged; false to look again. Throws what the disk threw. */
  async append(records: readonly RecordContent[]): Promise<boolean> {
    await this.makeSafe();
    let isAcknowledged = false;
    try {
      isAcknowledged = await this.#held.append(records);
    } finally {
      if (!isAcknowledged) this.#mend = 'cut';
    }
    if (isAcknowledged) await this.noteLedger();
    return isAcknowledged;
  }

  /**
   * Writes the whole document in place of the file that the path leads to, which must be as `expected`; else
   * throws {@link ChangedMeanwhile}. It keeps the permissions of that file. Everything that the replica held when
   * this was called is on the disk when it returns. Returns what others appended to the old file at the last moment.
   */
  async writeAnew(expected: Expected): Promise<readonly ScannedRecord[]> {
    const old = this.#held;
    const { file } = old;
    if (this.#isBeginningLost && this.#replica.isEmpty) throw nothingToWrite();
    if (this.#isBeginningLost) await this.keepDamaged();
    this.#isBeginningLost = false;
    const realPath = await file.place();
    const header = newHeader(file.header.documentId, file.extent.lastSequence + 1);
    const bytes = encodeFile(header, this.#replica.records());
    const scan = this.#verified(bytes);
    const permissions = await this.#permissionsAt(realPath);
    let newIdentity: FileIdentity = '';
    try {
      await rewriteFile(this.#fs, realPath, bytes, permissions, async (identity) => {
        const holder = await this.#claim.moveTo(identity, realPath);
        if (holder !== null) throw new HeldByOther(holder);
        await this.#assertExpected(realPath, expected, permissions);
        newIdentity = identity;
        if (!this.#fs.renamesOverOpenFiles) await file.close();
      });
    } catch (error) {
      if (error instanceof RenameUncertain) this.#mend = 'anew';
      else {
        await this.#claim.moveTo(file.identity, file.realPath);
        if (newIdentity !== '' && !this.#fs.renamesOverOpenFiles) await file.reopen();
      }
      throw error;
    }
    await this.#take(await this.#openAnew(realPath, newIdentity, { header, bytes, scan }));
    this.#mend = null;
    await this.noteLedger();
    if (!this.#fs.renamesOverOpenFiles) return [];
    try {
      return expected === null ? [] : (await file.readGrowth()).scan.records;
    } finally {
      await file.close();
    }
  }

  /** What the file holds, of which {@link look} has said that it is as known. */
  async readKnown(): Promise<Replayed> {
    const { file } = this.#held;
    const bytes = await file.readAll();
    return replay(scanRecords(bytes, 0, documentKey(file.header.documentId), 0).records);
  }

  /** Makes the folder of the file again, if it is gone. */
  async makeFolder(): Promise<void> {
    await ensureFolder(this.#fs, dirname(this.#held.file.realPath));
  }

  /** Whether the file has hard links: written anew, it would leave them behind with the old content. */
  async hasOtherNames(): Promise<boolean> {
    return (await this.#fs.stat(this.#held.file.realPath)).links > 1;
  }

  /** For a file whose beginning was damaged while it was open: everything in it is in the replica. */
  repairBeginning(): void {
    this.#mend = 'anew';
    this.#isBeginningLost = true;
  }

  /**
   * Keeps the file as it is aside, before it is written anew although parts of it cannot be read. Returns where.
   */
  async keepDamaged(): Promise<string> {
    return this.#keptAside.keep('damaged', await this.#held.file.readAll());
  }

  /** The ledger only ever adds a claim; a data folder that cannot be written must not keep edits from the file. */
  async noteLedger(): Promise<void> {
    const entry = this.#held.ledgerEntry();
    if (entry === null) return;
    try {
      await this.#ledger.note(entry);
    } catch {
      return;
    }
  }

  async release(): Promise<void> {
    try {
      await this.#held.file.close();
    } finally {
      await this.free();
    }
  }

  /** Lets others write the file, which stays open. */
  async free(): Promise<void> {
    await this.#closeLedger();
    await this.#claim.release();
  }

  /** Opens the file that was just put there. Throws {@link ChangedMeanwhile} when another is there already. */
  async #openAnew(
    realPath: string,
    identity: FileIdentity,
    written: Omit<FileContents, 'stat'>,
  ): Promise<HeldFile> {
    const { path, identityLasts } = this.#held.file;
    const handle = await this.#fs.open(realPath, 'append');
    try {
      const contents = { ...written, stat: await handle.stat() };
      const isOurs = identityLasts
        ? contents.stat.identity === identity
        : await endsWith(handle, 0, written.bytes);
      if (!isOurs) throw new ChangedMeanwhile();
      const file = new DebriefFile({ fs: this.#fs, path, realPath, handle, how: 'append', contents });
      return new HeldFile({ file, contents, damage: [] }, 0, identityLasts);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** A file at another place than the last one has another ledger. */
  async #take(held: HeldFile): Promise<void> {
    const { realPath } = held.file;
    if (realPath !== this.#held.file.realPath) {
      await this.#closeLedger();
      this.#ledger = this.#ledger.of(realPath);
    }
    this.#held = held;
  }

  async #closeLedger(): Promise<void> {
    try {
      await this.#ledger.close();
    } catch {
      // As in noteLedger: the next opening claims less.
    }
  }

  /** False when the file is gone: what a failed append left is cut off when it is back. */
  async #cutBack(): Promise<boolean> {
    if (this.#mend !== 'cut') return true;
    try {
      if (!(await this.#held.file.cutBack())) return false;
      this.#mend = null;
      return true;
    } catch (error) {
      this.#mend = 'anew';
      throw error;
    }
  }

  /**
   * The permissions of what is written anew in place of the file there, which must be one that may be written:
   * the new one is opened again. For a file that is gone, those that it had, but that the owner may write.
   */
  async #permissionsAt(realPath: string): Promise<Permissions> {
    let there: OpenFile;
    try {
      there = await this.#fs.open(realPath, 'append');
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
      return ownerWrites(await this.#held.file.permissions());
    }
    try {
      return await there.stat();
    } finally {
      await there.close();
    }
  }

  /** Looks at the very path that is about to be replaced, and whether that is still where the file's path leads. */
  async #assertExpected(realPath: string, expected: Expected, permissions: Permissions): Promise<void> {
    if ((await this.#held.file.place()) !== realPath) throw new ChangedMeanwhile();
    let stat: FileStat | null = null;
    try {
      stat = await this.#fs.stat(realPath);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
    }
    if (stat !== null && (stat.mode !== permissions.mode || stat.group !== permissions.group))
      throw new ChangedMeanwhile();
    if (stat?.size !== expected?.size) throw new ChangedMeanwhile();
    if (stat?.identity === expected?.identity) return;
    const { file } = this.#held;
    if (file.identityLasts || (stat?.size !== 0 && (await file.look()).kind !== 'same')) {
      throw new ChangedMeanwhile();
    }
  }

  /** Reads back what is about to replace a file, so that no mistake of ours can cost what the file holds. */
  #verified(bytes: Uint8Array): RecordScan {
    const key = documentKey(this.#held.file.header.documentId);
    const scan = scanRecords(bytes, HEADER_BYTES, key, this.#held.file.extent.lastSequence + 1);
    const { doc, damage } = replay(scan.records);
    const isSame = Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(this.#replica.doc));
    if (!isSame || scan.damage.length > 0 || scan.tail !== null || damage.length > 0) {
      throw new Error('what was to be written does not read back as the document');
    }
    return scan;
  }
}
