import { describeDamage } from '../storage/describeDamage.ts';
import type { FileSystem } from '../storage/fileSystem.ts';
import type { Damage } from '../storage/format/scanRecords.ts';
import { Ledger, type LedgerEntry, type Shortfall, shortfall } from '../storage/ledger.ts';
import type { Vet } from '../storage/vet.ts';
import { type PostmortemFile, readPostmortemFile } from './readPostmortemFile.ts';

/** One thing that is wrong with a file. Places are bytes from its beginning. */
export interface Finding {
  readonly kind: Damage['kind'] | Shortfall['kind'] | 'unfinished-write' | 'waiting';
  readonly offset: number | null;
  readonly length: number | null;
  readonly sentence: string;
}

export interface Verification {
  readonly bytes: number;
  /** Whole records. */
  readonly records: number;
  readonly findings: readonly Finding[];
}

/**
 * Checks every record of a file, and against what this device last saved in it. Changes nothing.
 *
 * @throws HostError when there is no such file, or nothing of it can be read
 */
export async function verifyFile(
  fs: FileSystem,
  path: string,
  dataFolder: string,
  vet: Vet,
): Promise<Verification> {
  const file = await readPostmortemFile(fs, path, vet);
  return {
    bytes: file.bytes,
    records: file.records.length,
    findings: [
      ...file.damage.map((damage) => ({
        kind: damage.kind,
        offset: 'offset' in damage ? damage.offset : null,
        length: 'length' in damage ? damage.length : null,
        sentence: describeDamage(damage),
      })),
      ...unfinishedWrite(file),
      ...notAsSaved(await lastSaved(fs, path, dataFolder), file),
      ...waitingText(file),
    ],
  };
}

function unfinishedWrite({ bytes, tornBytes }: PostmortemFile): Finding[] {
  if (tornBytes === 0) return [];
  const sentence = `The last ${tornBytes} bytes are no whole record: a write that was never finished, or the file was cut. Opening the file keeps a copy of them aside.`;
  return [{ kind: 'unfinished-write', offset: bytes - tornBytes, length: tornBytes, sentence }];
}

/** A cut at a record's edge, and an older copy, cannot be seen in the file; the ledger remembers its end. */
function notAsSaved(entry: LedgerEntry | null, file: PostmortemFile): Finding[] {
  const missing = shortfall(entry, file);
  return missing === null ? [] : [missing];
}

/** What this device last saved in the file; an unreadable ledger claims nothing. */
async function lastSaved(fs: FileSystem, path: string, dataFolder: string): Promise<LedgerEntry | null> {
  const ledger = new Ledger(fs, dataFolder, await fs.realPath(path));
  return ledger.read().catch(() => null);
}

function waitingText({ recoveredText }: PostmortemFile): Finding[] {
  if (recoveredText.length === 0) return [];
  const pieces = recoveredText.length === 1 ? '1 piece of text' : `${recoveredText.length} pieces of text`;
  const sentence = `${pieces} cannot be placed, because edits before are missing; the window shows it as recovered text.`;
  return [{ kind: 'waiting', offset: null, length: null, sentence }];
}
