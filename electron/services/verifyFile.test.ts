import { expect, test } from 'vitest';
import { encodeFile, newHeader } from '../storage/createFile.ts';
import { documentKey, encodeRecord, RECORD_TYPE } from '../storage/format/record.ts';
import { HeldFile } from '../storage/heldFile.ts';
import { Ledger } from '../storage/ledger.ts';
import { readForUse } from '../storage/readForUse.ts';
import type { SimulatedDisk } from '../storage/testing/simulatedDisk.testkit.ts';
import { trusted } from '../storage/testing/trusted.testkit.ts';
import { type SampleFile, sampleFile } from './open-document/testing/damagedFiles.testkit.ts';
import { freshDisk, SESSION_PATH, sessionRequest } from './open-document/testing/recordedSession.testkit.ts';
import { stateWith } from './open-document/testing/writer.testkit.ts';
import { type CheckedFile, isAllThere, readChecked } from './verifyFile.ts';

async function write(disk: SimulatedDisk, bytes: Uint8Array, how: 'create' | 'update'): Promise<void> {
  const file = await disk.open(SESSION_PATH, how);
  await file.truncate(0);
  await file.append(bytes);
  await file.close();
}

/** `bytes`, read after the sample was saved on this device. */
async function checked(sample: SampleFile, bytes: Uint8Array): Promise<CheckedFile> {
  const disk = await freshDisk();
  const { dataFolder } = sessionRequest(disk);
  await write(disk, sample.bytes, 'create');
  const inUse = await readForUse(disk, SESSION_PATH, 'read');
  const ledger = new Ledger(disk, dataFolder, SESSION_PATH);
  await ledger.note(new HeldFile(inUse, 0, true).ledgerEntry()!);
  await ledger.close();
  await write(disk, bytes, 'update');
  return readChecked(disk, SESSION_PATH, dataFolder, trusted);
}

const findingsIn = async (sample: SampleFile, bytes: Uint8Array) => (await checked(sample, bytes)).findings;

const sample = sampleFile();
const last = sample.records[sample.records.length - 1]!;

/** A whole record of `length` bytes in place of the last. */
function otherLast(length: number): Uint8Array {
  const payload = length === 0 ? stateWith('of another copy') : new Uint8Array(length);
  const type = length === 0 ? RECORD_TYPE.update : 77;
  return encodeRecord({ type, payload }, last.sequence, documentKey('damaged-1'));
}

test('FF-26 a sound file that is as it was saved has no finding', async () => {
  expect(await findingsIn(sample, sample.bytes)).toEqual([]);
});

test('FF-26 a cut at the edge of the last record is named', async () => {
  expect(await findingsIn(sample, sample.bytes.slice(0, last.offset))).toMatchObject([
    { kind: 'cut-off', offset: last.offset, length: last.end - last.offset },
  ]);
});

test('FF-26 another last record of the same length, with right checksums, is named', async () => {
  const bytes = Buffer.concat([
    sample.bytes.subarray(0, last.offset),
    otherLast(last.end - last.offset - 32),
  ]);
  expect(bytes.length).toBe(sample.bytes.length);
  expect(await findingsIn(sample, bytes)).toMatchObject([
    { kind: 'not-as-saved', offset: last.offset, length: null },
  ]);
});

test('FF-26 a file that was cut at the edge of a record, and has grown by others since, is named', async () => {
  const bytes = Buffer.concat([sample.bytes.subarray(0, last.offset), otherLast(0)]);
  expect(bytes.length).toBeGreaterThanOrEqual(sample.bytes.length);
  expect(await findingsIn(sample, bytes)).toMatchObject([{ kind: 'not-as-saved', offset: last.offset }]);
});

test('FF-5 of a file that was written anew elsewhere nothing is claimed', async () => {
  const content = [{ type: RECORD_TYPE.snapshot, payload: stateWith('anew') }];
  const bytes = encodeFile(newHeader('damaged-1', 60), content);
  expect(bytes.length).toBeLessThan(sample.bytes.length);
  expect(await findingsIn(sample, bytes)).toEqual([]);
});

test('FF-19 a damaged edit costs nothing when a later snapshot holds it, and is missing otherwise', async () => {
  const isEdit = ({ type }: { readonly type: number }) => type === RECORD_TYPE.update;
  const snapshot = sample.records.find(({ type }) => type === RECORD_TYPE.snapshot)!;
  for (const record of sample.records.filter(isEdit)) {
    const bytes = Uint8Array.from(sample.bytes);
    bytes[record.end - 1] = (bytes[record.end - 1] ?? 0) ^ 1;
    const damaged = await checked(sample, bytes);
    expect(damaged.findings.length).toBeGreaterThan(0);
    expect(isAllThere(damaged)).toBe(record.sequence < snapshot.sequence);
  }
});

test('FF-16 an unfinished write behind everything that was saved leaves all there', async () => {
  const torn = Buffer.concat([sample.bytes, Buffer.from('torn')]);
  expect(isAllThere(await checked(sample, torn))).toBe(true);
  expect(isAllThere(await checked(sample, sample.bytes.slice(0, last.end - 1)))).toBe(false);
});

test('FF-16 a file that was cut before its text is named, whether or not this device knows it', async () => {
  const [first] = sample.records;
  for (const length of [first!.offset, first!.end, first!.end + 10]) {
    const { findings } = await checked(sample, sample.bytes.slice(0, length));
    expect(findings.map(({ sentence }) => sentence)).toContain(
      'Nothing of the text can be read: the file was cut.',
    );
  }
});

test('FF-16 of an unfinished end it says whether opening the file keeps it aside', async () => {
  const [first] = sample.records;
  const torn = Buffer.from('torn');
  const aside = 'Opening the file keeps a copy of them aside.';
  const left = 'Opening the file leaves them as they are.';
  for (const [bytes, next] of [
    [Buffer.concat([sample.bytes, torn]), aside],
    [sample.bytes.slice(0, last.end - 1), left],
    [Buffer.concat([sample.bytes.subarray(0, first!.end), torn]), left],
    [Buffer.concat([sample.bytes, torn]).fill(0, 20, 30), left],
  ] as const) {
    const [unfinished] = (await findingsIn(sample, bytes)).filter(({ kind }) => kind === 'unfinished-write');
    expect(unfinished?.sentence).toContain(next);
  }
});
