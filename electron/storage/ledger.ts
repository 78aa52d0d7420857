import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { ensureFolder } from './ensureFolder.ts';
import { errorCode, type FileSystem, type OpenFile } from './fileSystem.ts';
import { crc32c } from './format/crc32c.ts';
import type { ScannedRecord } from './format/scanRecords.ts';
import { removeFailed } from './writeNewFile.ts';

/** What this device last acknowledged of a file: the file held at least this, and it was on the disk. */
export interface LedgerEntry {
  readonly documentId: string;
  /** Of the file's header: a file that was written anew since then is another, and nothing is claimed of it. */
  readonly generation: string;
  /** Bytes. */
  readonly length: number;
  readonly lastOffset: number;
  readonly lastHeaderCrc: number;
}

const SLOT_BYTES = 160;
const CRC_AT = SLOT_BYTES - 4;

function encodeSlot(entry: LedgerEntry, count: number): Uint8Array {
  const bytes = new Uint8Array(SLOT_BYTES);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(count), true);
  view.setBigUint64(8, BigInt(entry.length), true);
  view.setBigUint64(16, BigInt(entry.lastOffset), true);
  view.setUint32(24, entry.lastHeaderCrc, true);
  view.setBigUint64(32, BigInt(`0x${entry.generation}`), true);
  const id = Buffer.from(entry.documentId, 'latin1');
  bytes[40] = id.length;
  bytes.set(id, 41);
  view.setUint32(CRC_AT, crc32c(bytes.subarray(0, CRC_AT)), true);
  return bytes;
}

function decodeSlot(bytes: Uint8Array): { readonly entry: LedgerEntry; readonly count: number } | null {
  if (bytes.length < SLOT_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, SLOT_BYTES);
  if (view.getUint32(CRC_AT, true) !== crc32c(bytes.subarray(0, CRC_AT))) return null;
  return {
    count: Number(view.getBigUint64(0, true)),
    entry: {
      documentId: Buffer.from(bytes.subarray(41, 41 + bytes[40]!)).toString('latin1'),
      generation: view.getBigUint64(32, true).toString(16).padStart(16, '0'),
      length: Number(view.getBigUint64(8, true)),
      lastOffset: Number(view.getBigUint64(16, true)),
      lastHeaderCrc: view.getUint32(24, true),
    },
  };
}

/** What the ledger is compared with: a file as it is now. */
export interface FileNow {
  readonly documentId: string;
  readonly generation: string;
  readonly bytes: number;
  readonly records: readonly Pick<ScannedRecord, 'offset' | 'headerCrc'>[];
}

/** `cut-off`: the file is shorter than it was. `not-as-saved`: it is not, and does not hold the last record. */
export interface Shortfall {
  readonly kind: 'cut-off' | 'not-as-saved';
  /** Where what is missing begins. */
  readonly offset: number;
  /** Bytes; null when it is not known. */
  readonly length: number | null;
  readonly sentence: string;
}

/** The entry where it is one of this writing of a file; nothing is known of one that was written anew elsewhere. */
export const ofThisWriting = (
  entry: LedgerEntry | null,
  { documentId, generation }: Pick<FileNow, 'documentId' | 'generation'>,
): LedgerEntry | null => (entry?.documentId === documentId && entry.generation === generation ? entry : null);

/**
 * What a file no longer holds of what this device acknowledged, or null. Nothing is claimed of a file that was
 * written anew elsewhere, nor of another document.
 */
export function shortfall(remembered: LedgerEntry | null, file: FileNow): Shortfall | null {
  const entry = ofThisWriting(remembered, file);
  if (entry === null) return null;
  const length = entry.length - file.bytes;
  if (length > 0) {
    const sentence = `The file is ${length} bytes shorter than when it was last saved on this device: it was cut, or an older copy was put in its place. Edits that were saved then may be missing.`;
    return { kind: 'cut-off', offset: file.bytes, length, sentence };
  }
  const last = file.records.find(({ offset }) => offset === entry.lastOffset);
  if (last?.headerCrc === entry.lastHeaderCrc) return null;
  const sentence =
    'The last thing that was saved in this file on this device is not in it: it was damaged, or another copy was put in its place.';
  return { kind: 'not-as-saved', offset: entry.lastOffset, length: null, sentence };
}

/**
 * One small file a document file, in the data folder, with two slots written in turn. A cut at a record's edge
 * cannot be seen in a `.debrief` file alone; the ledger remembers how long it was. A slot is written only after
 * the fsync that it speaks of has returned, so whatever survives a power cut claims too little, never too much;
 * it is not waited for, except at closing.
 */
export class Ledger {
  readonly #fs: FileSystem;
  readonly #dataFolder: string;
  readonly #path: string;
  #file: OpenFile | null = null;
  #count = 0;
  #last: LedgerEntry | null = null;
  /** Whether {@link #count} goes on from what is there. */
  #hasRead = false;

  /** `filePath` is the document file's real path: a copy elsewhere is another file with its own entry. */
  constructor(fs: FileSystem, dataFolder: string, filePath: string) {
    this.#fs = fs;
    this.#dataFolder = dataFolder;
    const name = createHash('sha256').update(filePath).digest('hex').slice(0, 32);
    this.#path = join(dataFolder, 'ledger', `${name}.ledger`);
  }

  /** That of another document file, by its real path. */
  of(filePath: string): Ledger {
    return new Ledger(this.#fs, this.#dataFolder, filePath);
  }

  /** The last entry that is whole, or null. Throws what the disk threw, but for a ledger that is not there. */
  async read(): Promise<LedgerEntry | null> {
    let file: OpenFile;
    try {
      file = await this.#fs.open(this.#path, 'read');
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
      this.#hasRead = true;
      return null;
    }
    try {
      const bytes = await file.readAt(0, 2 * SLOT_BYTES);
      const slots = [decodeSlot(bytes), decodeSlot(bytes.subarray(SLOT_BYTES))];
      const newest = slots.reduce((a, b) => (a !== null && (b === null || a.count > b.count) ? a : b));
      this.#count = newest?.count ?? 0;
      this.#last = newest?.entry ?? null;
      this.#hasRead = true;
      return newest?.entry ?? null;
    } finally {
      await file.close();
    }
  }

  /** Writes the entry, if it does not say so already. Throws what the disk threw. */
  async note(entry: LedgerEntry): Promise<void> {
    if (!this.#hasRead) await this.read();
    if (JSON.stringify(entry) === JSON.stringify(this.#last)) return;
    this.#file ??= await this.#openForWriting();
    this.#count++;
    await this.#file.writeAt((this.#count % 2) * SLOT_BYTES, encodeSlot(entry, this.#count));
    this.#last = entry;
  }

  /** Waits until the last entry is on the disk, and lets go. */
  async close(): Promise<void> {
    const file = this.#file;
    if (file === null) return;
    this.#file = null;
    try {
      await file.fsync();
    } finally {
      await file.close();
    }
  }

  async #openForWriting(): Promise<OpenFile> {
    try {
      return await this.#fs.open(this.#path, 'update');
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
    }
    const folder = dirname(this.#path);
    await ensureFolder(this.#fs, folder);
    const file = await this.#fs.open(this.#path, 'create', 0o600);
    try {
      await this.#fs.fsyncDirectory(folder);
    } catch (error) {
      await file.close();
      await removeFailed(this.#fs, this.#path);
      throw error;
    }
    return file;
  }
}
