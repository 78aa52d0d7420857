import type { DebriefFile } from './debriefFile.ts';
import { FileHistory } from './fileHistory.ts';
import type { RecordContent } from './format/record.ts';
import { hasText } from './format/scanRecords.ts';
import type { KeptAside } from './keptAside.ts';
import type { LedgerEntry } from './ledger.ts';
import type { FileInUse } from './readForUse.ts';

/** What a {@link HeldFile} has to know of a file. */
export type ReadableFile = Pick<FileInUse, 'file' | 'contents' | 'damage'>;

/** The disk did not confirm a file that others put there: it has to be written anew. */
export class NotSafe extends Error {
  override readonly name = 'NotSafe';
}

/** The file that is written now, with what has to be done before the first append to it. */
export class HeldFile {
  readonly file: DebriefFile;
  readonly history: FileHistory;
  /** Whether every byte of the file is understood: only then may it be tidied without asking. */
  isIntact: boolean;
  #tail: { readonly bytes: Uint8Array; readonly fileSize: number } | null = null;
  #isTailKept = false;
  #isSafe: boolean;

  /**
   * `acknowledgedLength`: bytes of this file that were once acknowledged, or 0. What is unreadable before that
   * is damage and stays, and so is what is left of the text of a file that was cut (FF-16); what is unreadable
   * behind it is a write that was never finished.
   */
  constructor({ file, contents, damage }: ReadableFile, acknowledgedLength: number, isSafe: boolean) {
    this.file = file;
    this.history = new FileHistory(contents.scan.records);
    const isCut = !hasText(contents.scan);
    this.isIntact = damage.length === 0 && !isCut;
    this.#isSafe = isSafe;
    const { tail } = contents.scan;
    if (tail === null) return;
    const fileSize = contents.bytes.length;
    if (isCut || tail.offset < acknowledgedLength) {
      this.isIntact = false;
      file.skipTo(fileSize);
    } else this.#tail = { bytes: contents.bytes.subarray(tail.offset), fileSize };
  }

  /** Bytes of an unfinished last write that {@link cutTail} will keep aside and cut. */
  get tailBytes(): number {
    return this.#tail?.bytes.length ?? 0;
  }

  /**
   * Keeps an unfinished last write aside, then cuts it off. False when the file is gone, and throws what the disk
   * threw; to be called again then.
   */
  async cutTail(keptAside: KeptAside): Promise<boolean> {
    if (this.#tail === null) return true;
    if (!this.#isTailKept) await keptAside.keep('tail', this.#tail.bytes);
    this.#isTailKept = true;
    if (!(await this.file.cutTail(this.#tail.fileSize))) return false;
    this.#tail = null;
    return true;
  }

  /**
   * Waits until the disk has file and name, before the first append. On a disk where a file that was put in its
   * place cannot be told from it, each time. Returns whether it had to wait. Throws {@link NotSafe}.
   */
  async makeSafe(): Promise<boolean> {
    if (this.#isSafe && this.file.identityLasts) return false;
    try {
      await this.file.makeSafe();
    } catch (error) {
      throw new NotSafe('the disk did not confirm the file', { cause: error });
    }
    this.#isSafe = true;
    return true;
  }

  /** See {@link DebriefFile.append}. */
  async append(records: readonly RecordContent[]): Promise<boolean> {
    const isAcknowledged = await this.file.append(records);
    if (isAcknowledged) this.history.add(records);
    return isAcknowledged;
  }

  /** What may be written into the ledger now, or null while the file has no record. */
  ledgerEntry(): LedgerEntry | null {
    const { header, extent } = this.file;
    if (extent.lastRecord === null) return null;
    return {
      documentId: header.documentId,
      generation: header.generation,
      length: extent.length,
      lastOffset: extent.lastRecord.offset,
      lastHeaderCrc: extent.lastRecord.headerCrc,
    };
  }
}
