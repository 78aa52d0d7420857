import * as Y from 'yjs';
import { encodeFile, newHeader } from '../../../storage/createFile.ts';
import { duplicateFile } from '../../../storage/duplicateFile.ts';
import { documentKey, encodeRecord, RECORD_TYPE } from '../../../storage/format/record.ts';
import { Ledger } from '../../../storage/ledger.ts';
import { readForUse } from '../../../storage/readForUse.ts';
import { SimulatedDisk } from '../../../storage/testing/simulatedDisk.testkit.ts';
import { trusted } from '../../../storage/testing/trusted.testkit.ts';
import { createDocument, type OpenDocument, openDocument } from '../index.ts';
import { filesOf, Promises } from './promises.testkit.ts';
import { stillSurroundings } from './stillSurroundings.testkit.ts';
import { stateWith, Writer } from './writer.testkit.ts';

export const SESSION_PATH = '/home/postmortems/a.debrief';
const COPY_PATH = '/home/postmortems/copy.debrief';
const DATA_FOLDER = '/home/data/debrief';
const DOCUMENT_ID = 'session-1';

export const sessionRequest = (fs: SimulatedDisk) => ({
  fs,
  path: SESSION_PATH,
  dataFolder: DATA_FOLDER,
  gate: () => ({ kind: 'ok' }) as const,
  surroundings: stillSurroundings({ historyBytes: 1_200 }),
});

/** A new disk, given the folders that a person has, all of it safe. */
export async function freshDisk(disk = new SimulatedDisk()): Promise<SimulatedDisk> {
  for (const folder of ['/home', '/home/postmortems', '/home/data']) await disk.mkdir(folder);
  for (const folder of ['/', '/home', '/home/postmortems', '/home/data']) await disk.fsyncDirectory(folder);
  return disk;
}

const read = (disk: SimulatedDisk, path: string): Promise<Uint8Array> =>
  disk.byOthers(async () => {
    const file = await disk.open(path, 'read');
    return file.readAt(0, (await file.stat()).size);
  });

/** What a sync program does: writes beside and renames, and waits for nothing. */
export const replaceOutside = (disk: SimulatedDisk, path: string, bytes: Uint8Array): Promise<void> =>
  disk.byOthers(async () => {
    const file = await disk.open(`${path}.sync`, 'create');
    await file.append(bytes);
    await disk.rename(`${path}.sync`, path);
  });

/** A person who does not give up. */
async function insist<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; attempt < 8; attempt++) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  }
  return act();
}

const exists = (disk: SimulatedDisk, path: string): Promise<boolean> =>
  disk.byOthers(async () => {
    try {
      await disk.stat(path);
      return true;
    } catch {
      return false;
    }
  });

/** Waits for the retries that come by themselves. */
async function untilSaved(document: OpenDocument): Promise<void> {
  for (let turns = 0; turns < 100; turns++) {
    if (document.saveState().kind === 'saved') return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`it is ${document.saveState().kind} in the end`);
}

async function typeSome(writer: Writer, promises: Promises, words: readonly string[]): Promise<void> {
  for (const word of words) {
    await writer.type(word);
    promises.word(word);
  }
}

/** Several at once share one fsync; each is promised when its own push resolves. */
async function typeAtOnce(writer: Writer, promises: Promises, words: readonly string[]): Promise<void> {
  await Promise.all(words.map((word) => writer.type(word).then(() => promises.word(word))));
}

const words = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${String(i).padStart(2, '0')}`);

/**
 * One day of a postmortem on a simulated disk: created, typed in, an image pasted, changed by a sync program in
 * two ways, closed, found with a torn end, opened again, cleaned of deleted text, duplicated. Returns what was
 * promised on the way.
 */
export async function recordSession(disk: SimulatedDisk): Promise<Promises> {
  const promises = new Promises(disk);
  promises.now('what it says about earlier saves', ({ falseClaim }) => falseClaim);
  await typedDay(disk, promises);
  await dayAfterCrash(disk, promises);
  return promises;
}

async function typedDay(disk: SimulatedDisk, promises: Promises): Promise<void> {
  const created = { ...sessionRequest(disk), documentId: DOCUMENT_ID, initial: stateWith('seeded') };
  const document = await insist(async () => {
    if (await exists(disk, SESSION_PATH)) return openDocument(created);
    return createDocument(created);
  });
  promises.word('seeded');
  const writer = new Writer(document);
  await typeSome(writer, promises, words('alpha', 5));
  await typeAtOnce(writer, promises, words('beta', 6));
  const elsewhere = new Y.Doc();
  Y.applyUpdate(elsewhere, document.state());
  const bytes = new TextEncoder().encode('not really a picture');
  const hash = await document.putImage(bytes, 'image/png');
  promises.now('the image', ({ images }) => (images(hash) ? null : 'it is gone'));
  await typeSome(writer, promises, [hash, ...words('gamma', 14)]);

  // An older copy that was edited elsewhere is put in its place, and nobody waits for the disk.
  const resume = promises.pause();
  elsewhere.getText('text').insert(0, 'elsewhere ');
  const snapshot = { type: RECORD_TYPE.snapshot, payload: Y.encodeStateAsUpdate(elsewhere) };
  await replaceOutside(disk, SESSION_PATH, encodeFile(newHeader(DOCUMENT_ID, 0), [snapshot]));
  await typeSome(writer, promises, ['delta00']);
  resume();
  await typeSome(writer, promises, ['delta01', 'delta02']);

  // Another machine appends to the file, and does not wait either.
  elsewhere.getText('text').insert(0, 'appended ');
  const record = { type: RECORD_TYPE.update, payload: Y.encodeStateAsUpdate(elsewhere) };
  await disk.byOthers(async () => {
    const { contents } = await readForUse(disk, SESSION_PATH, 'read');
    const file = await disk.open(SESSION_PATH, 'append');
    await file.append(encodeRecord(record, contents.scan.lastSequence + 1, documentKey(DOCUMENT_ID)));
  });
  await typeSome(writer, promises, words('epsilon', 30));

  // A copy that lacks nothing is put in its place: nothing has to be written, and yet it has to be made safe.
  const again = promises.pause();
  await replaceOutside(disk, SESSION_PATH, await read(disk, SESSION_PATH));
  await document.lookOutside();
  await untilSaved(document);
  again();

  writer.leave();
  await document.close();
  const size = (await read(disk, SESSION_PATH)).length;
  const ledger = promises.now('the ledger after closing', async (found) => {
    const entry = await new Ledger(found.disk, DATA_FOLDER, SESSION_PATH).read();
    return entry?.length === size ? null : `it says ${entry?.length} of ${size} bytes`;
  });
  promises.end(ledger);
  ledger.until += 1;
}

async function dayAfterCrash(disk: SimulatedDisk, promises: Promises): Promise<void> {
  // What an earlier crash may leave: the beginning of a record, safe on the disk.
  const torn = encodeRecord(
    { type: RECORD_TYPE.update, payload: stateWith('half a thought') },
    5_000,
    7,
  ).subarray(0, 60);
  await disk.byOthers(async () => {
    const file = await disk.open(SESSION_PATH, 'append');
    await file.append(torn);
    await file.fsync();
  });
  const tail = promises.now('the torn end', async (found) => {
    const all = [...(await filesOf(found.disk)).values()];
    return all.some((bytes) => Buffer.from(bytes).includes(Buffer.from(torn))) ? null : 'it is in no file';
  });

  const document = await insist(() => openDocument(sessionRequest(disk)));
  const writer = new Writer(document);
  await typeSome(writer, promises, words('zeta', 4));
  promises.end(tail);
  await forget(document, writer, promises, 'zeta01', 'half');

  await insist(() =>
    duplicateFile({ fs: disk, path: SESSION_PATH, out: COPY_PATH, documentId: 'session-2', vet: trusted }),
  );
  const copy = await read(disk, COPY_PATH);
  promises.now('the duplicate', async (found) => {
    const bytes = (await filesOf(found.disk)).get(COPY_PATH);
    return bytes !== undefined && Buffer.from(bytes).equals(copy) ? null : 'it is not whole';
  });
  await typeSome(writer, promises, words('eta', 3));
  writer.leave();
  await document.close();
}

/** Deletes a word, and then what the file still holds of it, and what is kept aside. */
async function forget(
  document: OpenDocument,
  writer: Writer,
  promises: Promises,
  word: string,
  keptAside: string,
): Promise<void> {
  const promise = promises.all.find(({ what }) => what === `the word ${word}`);
  if (promise !== undefined) promises.end(promise);
  await writer.delete(word);
  promises.noWord(word);
  await insist(() => document.removeDeletedText());
  for (const gone of [word, keptAside]) {
    promises.now(`that ${gone} is in no file`, async (found) => {
      const all = [...(await filesOf(found.disk)).entries()];
      const holder = all.find(([, bytes]) => Buffer.from(bytes).includes(gone));
      return holder === undefined ? null : `it is in ${holder[0]}`;
    });
  }
}
