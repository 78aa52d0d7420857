import type * as Y from 'yjs';
import { readBody } from '../../shared/document/readBody.ts';
import { describeDamage, isTextWhole } from '../storage/describeDamage.ts';
import type { FileSystem } from '../storage/fileSystem.ts';
import { FORMAT_VERSION } from '../storage/format/header.ts';
import { type Damage, hasText } from '../storage/format/scanRecords.ts';
import { Ledger, type LedgerEntry, ofThisWriting, type Shortfall, shortfall } from '../storage/ledger.ts';
import type { Vet } from '../storage/vet.ts';
import { imageHashes } from './images/imagesOf.ts';
import { type PostmortemFile, readPostmortemFile } from './readPostmortemFile.ts';

/** One thing that is wrong with a file. Places are bytes from its beginning. */
export interface Finding {
  readonly kind: Damage['kind'] | Shortfall['kind'] | 'unfinished-write' | 'waiting';
  readonly offset: number | null;
  readonly length: number | null;
  readonly sentence: string;
}

export interface CheckedFile {
  readonly file: PostmortemFile;
  readonly findings: readonly Finding[];
}

/**
 * Reads a file, and checks every record and what this device last saved in it. Changes nothing.
 *
 * @throws HostError when there is no such file, or nothing of it can be read
 */
export async function readChecked(
  fs: FileSystem,
  path: string,
  dataFolder: string,
  vet: Vet,
): Promise<CheckedFile> {
  // Before the file: what is saved in between is then in the file, and not only in the ledger.
  const saved = await lastSaved(fs, path, dataFolder);
  const file = await readPostmortemFile(fs, path, vet);
  const damage = file.damage.map((one) => ({
    kind: one.kind,
    offset: 'offset' in one ? one.offset : null,
    length: 'length' in one ? one.length : null,
    sentence: describeDamage(one),
  }));
  return {
    file,
    findings: [
      ...damage,
      ...unfinishedWrite(file, saved),
      ...withoutText(file),
      ...notAsSaved(saved, file),
      ...waitingText(file),
    ],
  };
}

/** A document, and whether a part of its file is damaged or missing. */
export interface ListedFile {
  /** As its header has it: what a cut file holds may not say it. */
  readonly documentId: string;
  readonly doc: Y.Doc;
  readonly damaged: boolean;
  /** Whether anything of its text can be read. */
  readonly hasText: boolean;
}

/**
 * {@link readChecked}, for a list of files. A write that was never finished is no damage.
 *
 * @throws HostError when there is no such file, or nothing of it can be read
 */
export async function readListed(
  fs: FileSystem,
  path: string,
  dataFolder: string,
  vet: Vet,
): Promise<ListedFile> {
  const { file, findings } = await readChecked(fs, path, dataFolder, vet);
  const { documentId, doc } = file;
  const damaged = findings.some(({ kind }) => kind !== 'unfinished-write');
  return { documentId, doc, damaged, hasText: hasText(file) };
}

const MISSING: ReadonlySet<Finding['kind']> = new Set(['cut-off', 'not-as-saved', 'waiting']);

/**
 * Whether everything that was saved in a file can be read in spite of what was found: a later snapshot holds
 * what is damaged (FF-19), and an unfinished write was never acknowledged (FF-16).
 */
export function isAllThere({ file, findings }: CheckedFile): boolean {
  if (findings.length === 0) return true;
  return (
    !findings.some(({ kind }) => MISSING.has(kind)) &&
    isTextWhole(file, file.damage) &&
    imageHashes(readBody(file.doc)).every((hash) => file.images.has(hash))
  );
}

function unfinishedWrite(file: PostmortemFile, saved: LedgerEntry | null): Finding[] {
  const { bytes, tornBytes } = file;
  if (tornBytes === 0) return [];
  const offset = bytes - tornBytes;
  const next = isTailCut(file, saved)
    ? 'Opening the file keeps a copy of them aside.'
    : 'Opening the file leaves them as they are.';
  const sentence = `The last ${tornBytes} bytes are no whole record: a write that was never finished, or the file was cut. ${next}`;
  return [{ kind: 'unfinished-write', offset, length: tornBytes, sentence }];
}

/** Whether opening keeps an unfinished end aside and cuts it off: not where it must not write, nor what was saved. */
function isTailCut(file: PostmortemFile, saved: LedgerEntry | null): boolean {
  const wasSaved = (ofThisWriting(saved, file)?.length ?? 0) > file.bytes - file.tornBytes;
  const isWritten =
    file.formatVersion <= FORMAT_VERSION &&
    hasText(file) &&
    !file.damage.some(({ kind }) => kind === 'header');
  return isWritten && !wasSaved;
}

function withoutText(file: PostmortemFile): Finding[] {
  if (hasText(file)) return [];
  const sentence = `Nothing of the text can be read: the file ${file.damage.length > 0 ? 'is damaged' : 'was cut'}.`;
  return [{ kind: 'cut-off', offset: file.bytes, length: null, sentence }];
}

/** A cut at a record's edge, and an older copy, cannot be seen in the file; the ledger remembers its end. */
function notAsSaved(entry: LedgerEntry | null, file: PostmortemFile): Finding[] {
  const missing = shortfall(entry, file);
  return missing === null ? [] : [missing];
}

/** What this device last saved in the file; an unreadable ledger, and no file, claim nothing. */
async function lastSaved(fs: FileSystem, path: string, dataFolder: string): Promise<LedgerEntry | null> {
  try {
    return await new Ledger(fs, dataFolder, await fs.realPath(path)).read();
  } catch {
    return null;
  }
}

function waitingText({ recoveredText }: PostmortemFile): Finding[] {
  if (recoveredText.length === 0) return [];
  const pieces = recoveredText.length === 1 ? '1 piece of text' : `${recoveredText.length} pieces of text`;
  const sentence = `${pieces} cannot be placed, because edits before are missing; the window shows it as recovered text.`;
  return [{ kind: 'waiting', offset: null, length: null, sentence }];
}
