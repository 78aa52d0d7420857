import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { FileSystem } from '../../storage/fileSystem.ts';
import { RECORD_TYPE } from '../../storage/format/record.ts';
import { KeptAside } from '../../storage/keptAside.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { type OpenRequest, openDocument, readDocument } from './index.ts';
import { keepUnsaved } from './keepUnsaved.ts';
import { machineSurroundings } from './surroundings.ts';
import { Barrier } from './testing/barrier.testkit.ts';
import { newDocument, realFolder } from './testing/realFolder.testkit.ts';
import { stateWith, textOf } from './testing/writer.testkit.ts';

const textAt = async (request: OpenRequest): Promise<string> =>
  (await readDocument(request)).getText('text').toString();

/** Keeps the document of a file aside with another word in it, as when it could not be saved at a closing of `copy`. */
async function keepWord(
  { fs, path, dataFolder }: OpenRequest,
  word: string,
  copy = path,
): Promise<KeptAside> {
  const doc = await readDocument({ fs, path });
  Y.applyUpdate(doc, stateWith(word));
  const keptAside = new KeptAside(fs, dataFolder, 'real-1', copy);
  const records = [{ type: RECORD_TYPE.snapshot, payload: Y.encodeStateAsUpdate(doc) }];
  await keepUnsaved(keptAside, 'real-1', records, { sentence: '', next: '' });
  return keptAside;
}

/** A disk where what is kept aside as unsaved is read behind the barrier. */
const slowKept = (barrier: Barrier): FileSystem => ({
  ...nodeFileSystem,
  open: async (path, ...how) => {
    if (path.includes('-unsaved-')) await barrier.pass();
    return nodeFileSystem.open(path, ...how);
  },
});

test('FF-28 a document that is closed while it takes back after its repair what was kept has that in its file', async () => {
  const request = realFolder().request();
  await (await newDocument(request)).close();
  const keptAside = await keepWord(request, 'kept');
  writeFileSync(request.path, readFileSync(request.path).fill(0, 20, 30));
  const barrier = new Barrier();
  const document = await openDocument({ ...request, fs: slowKept(barrier) });
  barrier.hold();
  const repairing = document.compact();
  await barrier.met;
  const closing = document.close();
  await new Promise((later) => setTimeout(later, 50));
  barrier.goOn();
  await Promise.all([repairing, closing]);
  expect(await textAt(request)).toContain('kept');
  expect((await keptAside.list()).map(({ reason }) => reason)).toEqual(['damaged']);
});

test('a document that is closed while it takes back what was kept touches its file no more, and that stays kept', async () => {
  const request = realFolder().request();
  const holder = await newDocument(request);
  const barrier = new Barrier();
  const schedule = vi.fn(machineSurroundings.schedule);
  const surroundings = { ...machineSurroundings, schedule };
  const follower = await openDocument({ ...request, fs: slowKept(barrier), surroundings });
  await holder.close();
  const keptAside = await keepWord(request, 'kept');
  barrier.hold();
  const takingOver = follower.retry('leave');
  await barrier.met;
  await follower.close();
  barrier.goOn();
  await takingOver;
  await new Promise((later) => setTimeout(later, 50));
  expect(schedule).not.toHaveBeenCalled();
  expect(await keptAside.list()).toHaveLength(1);
  await (await openDocument(request)).close();
  expect(await textAt(request)).toContain('kept');
});

test('FF-28 what was kept of another copy and cannot be saved until the document is closed ends nothing', async () => {
  const { folder, request } = realFolder();
  const plain = request();
  await (await newDocument(plain)).close();
  const keptAside = await keepWord(plain, 'kept', `${folder}/other.debrief`);
  const full: FileSystem['open'] = async (path, how, mode) => {
    const isWritten = path.includes('a.debrief') && how !== 'read';
    const file = await nodeFileSystem.open(path, how, mode);
    const append = isWritten ? () => Promise.reject(new Error('full')) : file.append.bind(file);
    return Object.assign(file, { append });
  };
  const document = await openDocument({ ...plain, fs: { ...nodeFileSystem, open: full } });
  expect(textOf(document.state())).toContain('kept');
  await expect(document.close()).rejects.toThrow('is kept in');
  expect(await keptAside.list()).toHaveLength(2);
});
