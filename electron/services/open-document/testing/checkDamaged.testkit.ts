import { HostError } from '../../../../shared/contract/errors.ts';
import type { ScannedRecord } from '../../../storage/format/scanRecords.ts';
import { HeldFile } from '../../../storage/heldFile.ts';
import { Ledger } from '../../../storage/ledger.ts';
import { readForUse } from '../../../storage/readForUse.ts';
import type { SimulatedDisk } from '../../../storage/testing/simulatedDisk.testkit.ts';
import { trusted } from '../../../storage/testing/trusted.testkit.ts';
import { type CheckedFile, readChecked } from '../../verifyFile.ts';
import { openDocument } from '../index.ts';
import { type Corruption, isWhole, type SampleFile, wordsInWholeRecords } from './damagedFiles.testkit.ts';
import { filesOf } from './promises.testkit.ts';
import { freshDisk, SESSION_PATH, sessionRequest } from './recordedSession.testkit.ts';
import { textOf } from './writer.testkit.ts';

const { dataFolder } = sessionRequest(await freshDisk());

async function put(disk: SimulatedDisk, bytes: Uint8Array, how: 'create' | 'update'): Promise<void> {
  const file = await disk.open(SESSION_PATH, how);
  if (how === 'update') await file.truncate(0);
  await file.append(bytes);
  await file.fsync();
}

/** A disk on which the sample was saved by this device, and which then came to hold something else. */
async function diskWith(sample: SampleFile, bytes: Uint8Array): Promise<SimulatedDisk> {
  const disk = await freshDisk();
  await put(disk, sample.bytes, 'create');
  const held = new HeldFile(await readForUse(disk, SESSION_PATH, 'read'), 0, true);
  const ledger = new Ledger(disk, dataFolder, SESSION_PATH);
  const entry = held.ledgerEntry();
  if (entry !== null) await ledger.note(entry);
  await ledger.close();
  await put(disk, bytes, 'update');
  return disk;
}

/** Doubling a record changes nothing that a reader could miss: it may be named, and need not be. */
const isHarmless = ({ what }: Corruption): boolean => what.endsWith('doubled');

/** What is wrong with how a corrupted file is treated, or null. */
export async function checkDamaged(sample: SampleFile, corruption: Corruption): Promise<string | null> {
  const { bytes } = corruption;
  const disk = await diskWith(sample, bytes);
  const words = wordsInWholeRecords(sample, bytes);
  let verification: CheckedFile;
  try {
    verification = await readChecked(disk, SESSION_PATH, dataFolder, trusted);
  } catch (error) {
    if (!(error instanceof HostError)) return `verify crashed: ${error}`;
    return await checkRefused(disk, bytes, words);
  }
  const isChanged = !Buffer.from(bytes).equals(Buffer.from(sample.bytes));
  if (isChanged && verification.findings.length === 0 && !isHarmless(corruption))
    return 'verify names nothing';
  const { contents } = await readForUse(disk, SESSION_PATH, 'read');
  const found = contents.scan.records.map(({ sequence }) => sequence);
  const unnamed = sample.records.filter(
    (record) => !isWhole(sample, bytes, record) && !isNamed(record, found, verification),
  );
  if (unnamed.length > 0) return `verify does not name record ${unnamed.map((r) => r.sequence).join(', ')}`;
  return checkOpened(disk, bytes, words, verification);
}

/** Whether verify says that this record is damaged, missing, before the first or after the last that is whole. */
function isNamed({ sequence }: ScannedRecord, found: readonly number[], { findings }: CheckedFile): boolean {
  const atEnd = sequence > Math.max(...found);
  const atBeginning = sequence < Math.min(...found);
  return findings.some(({ kind, sentence }) => {
    if (kind === 'unfinished-write' || kind === 'cut-off') return atEnd;
    if (kind === 'header') return atBeginning;
    const [from, to = from] = [...(/Records? (\d+)(?: to (\d+))?/.exec(sentence)?.slice(1) ?? [])].map(
      Number,
    );
    return (
      from !== undefined && to !== undefined && from <= sequence && sequence <= (Number.isNaN(to) ? from : to)
    );
  });
}

async function checkRefused(disk: SimulatedDisk, bytes: Uint8Array, words: ReadonlySet<string>) {
  if (words.size > 0) return `refused, although ${words.size} words stand in whole records`;
  try {
    await openDocument(sessionRequest(disk));
    return 'verify refuses it and opening does not';
  } catch (error) {
    if (!(error instanceof HostError)) return `opening crashed: ${error}`;
    if (error.sentence === '' || error.next === '') return 'it does not say why';
  }
  return Buffer.from(await content(disk)).equals(Buffer.from(bytes))
    ? null
    : 'a failed opening changed the file';
}

async function checkOpened(
  disk: SimulatedDisk,
  bytes: Uint8Array,
  words: ReadonlySet<string>,
  { findings }: CheckedFile,
): Promise<string | null> {
  const document = await openDocument(sessionRequest(disk));
  const { notices, recoveredText, readOnly } = document.opening;
  const shown = [textOf(document.state()), ...recoveredText].join('\n');
  const lost = [...words].filter((word) => !shown.includes(word));
  if (lost.length > 0) return `${lost.join(', ')} stand in whole records and are not shown`;
  if (findings.length > 0 && notices.length === 0 && readOnly === null)
    return 'opening says nothing of the damage';
  const opened = Buffer.from(await content(disk));
  const cut = Buffer.from(bytes).subarray(opened.length);
  const kept = [...(await filesOf(disk)).values()].some((file) => Buffer.from(file).includes(cut));
  if (!Buffer.from(bytes).subarray(0, opened.length).equals(opened) || !kept)
    return 'opening changed the file';
  await document.close();
  const after = await openDocument(sessionRequest(disk));
  const later = [textOf(after.state()), ...after.opening.recoveredText].join('\n');
  await after.close();
  return [...words].every((word) => later.includes(word)) ? null : 'closing lost words';
}

async function content(disk: SimulatedDisk): Promise<Uint8Array> {
  const file = await disk.open(SESSION_PATH, 'read');
  return file.readAt(0, (await file.stat()).size);
}
