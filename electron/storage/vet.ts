import type { FileSystem } from './fileSystem.ts';
import { RECORD_TYPE } from './format/record.ts';
import type { ScannedRecord } from './format/scanRecords.ts';
import { type FileNow, Ledger, type LedgerEntry, shortfall } from './ledger.ts';

/** A file whose records were found, and not yet given to Yjs. */
export interface UnreadFile extends FileNow {
  readonly realPath: string;
  readonly records: readonly ScannedRecord[];
}

/** Lets a file pass, or throws HostError: what it holds would cost more than a postmortem can. */
export type Vet = (file: UnreadFile) => Promise<void>;

/** Applies updates where a hang can be killed. Throws HostError when they cost more than a postmortem can. */
export type TryUpdates = (updates: readonly Uint8Array[]) => Promise<void>;

/** Updates of together fewer bytes cannot cost much; each keystroke of another program is one of them. */
const HARMLESS_BYTES = 2_048;

/** The updates among the records, or none when they are too few to do harm. */
export function updatesToTry(records: readonly ScannedRecord[]): Uint8Array[] {
  const updates = records
    .filter(({ type }) => type === RECORD_TYPE.update || type === RECORD_TYPE.snapshot)
    .map(({ payload }) => payload);
  return updates.reduce((bytes, { length }) => bytes + length, 0) < HARMLESS_BYTES ? [] : updates;
}

/** Tries what every file holds that is not as this device last saved it. */
export function vetForeign(fs: FileSystem, dataFolder: string, tryUpdates: TryUpdates): Vet {
  return async (file) => {
    const updates = updatesToTry(file.records);
    if (updates.length === 0) return;
    const entry = await lastSaved(new Ledger(fs, dataFolder, file.realPath));
    if (!isAsSaved(entry, file)) await tryUpdates(updates);
  };
}

/** An unreadable ledger knows no file. */
async function lastSaved(ledger: Ledger): Promise<LedgerEntry | null> {
  try {
    return await ledger.read();
  } catch {
    return null;
  }
}

const isAsSaved = (entry: LedgerEntry | null, file: FileNow): boolean =>
  entry !== null &&
  entry.documentId === file.documentId &&
  entry.generation === file.generation &&
  entry.length === file.bytes &&
  shortfall(entry, file) === null;
