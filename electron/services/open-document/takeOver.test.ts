import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { FileSystem } from '../../storage/fileSystem.ts';
import { imagesAt } from '../../storage/imagesAt.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import {
  type OpenDocument,
  type OpenRequest,
  type OwnDocument,
  openDocument,
  readDocument,
} from './index.ts';
import { Barrier } from './testing/barrier.testkit.ts';
import { newDocument, realFolder } from './testing/realFolder.testkit.ts';
import { stateWith, textOf, Writer } from './testing/writer.testkit.ts';

/** Spoils the beginning of a file. */
const damage = (path: string): void => writeFileSync(path, readFileSync(path).fill(0, 20, 30));

/** A document that read along until its holder went, in a file whose beginning is damaged since. */
async function leftWithDamage(request: OpenRequest): Promise<OwnDocument> {
  const holder = await newDocument(request);
  const follower = await openDocument(request);
  await holder.close();
  damage(request.path);
  return follower;
}

/** The state of a document with another word in it, which came by another way than its file. */
const withWord = (document: OwnDocument, word: string): Uint8Array =>
  Y.mergeUpdates([document.state(), stateWith(word)]);

const TO_REPAIR = { kind: 'read-only', remedy: 'repair' };
const textAt = async (request: OpenRequest): Promise<string> =>
  (await readDocument(request)).getText('text').toString();

/** A disk where what follows the known end of a file is read behind the barrier. */
const slowGrowth = (barrier: Barrier): FileSystem => ({
  ...nodeFileSystem,
  open: async (...place) => {
    const file = await nodeFileSystem.open(...place);
    const readAt = file.readAt.bind(file);
    return Object.assign(file, {
      readAt: async (position: number, length: number) => {
        if (length === 0) await barrier.pass();
        return readAt(position, length);
      },
    });
  },
});

test('FF-18 what a damaged file lacks of the document when it is taken over is in it when it is repaired', async () => {
  const request = realFolder().request();
  const follower = await leftWithDamage(request);
  await follower.retry('leave', withWord(follower, 'passed'));
  expect(follower.saveState()).toMatchObject(TO_REPAIR);
  await follower.compact();
  expect(follower.saveState()).toEqual({ kind: 'saved' });
  expect(await textAt(request)).toContain('passed');
  await follower.close();
});

test('FF-18 a damaged file is kept aside as it was also where it lacks a picture that its repair brings back', async () => {
  const request = realFolder().request();
  const holder = await newDocument(request);
  const follower = await openDocument(request);
  const hash = await holder.putImage(Uint8Array.of(1, 2, 3), 'image/png');
  const writer = new Writer(holder);
  await writer.type(hash);
  await writer.delete(hash);
  await follower.lookOutside();
  await holder.removeDeletedText();
  await follower.lookOutside();
  await holder.close();
  damage(request.path);
  await follower.retry('leave');
  const damaged = readFileSync(request.path);
  const keptAside = await follower.compact(withWord(follower, hash));
  expect(readFileSync(keptAside ?? '')).toEqual(damaged);
  const images = await imagesAt(nodeFileSystem, request.path, follower.documentId);
  expect([...images.keys()]).toEqual([hash]);
  await follower.close();
});

test('FF-28 what a damaged file lacks when the document is closed is kept, and is in it once it is repaired', async () => {
  const request = realFolder().request();
  const follower = await leftWithDamage(request);
  const damaged = readFileSync(request.path);
  await follower.retry('leave', withWord(follower, 'passed'));
  await expect(follower.close()).rejects.toMatchObject({ sentence: expect.stringContaining('is kept in') });
  expect(readFileSync(request.path)).toEqual(damaged);
  const again = await openDocument(request);
  expect(again.saveState()).toMatchObject(TO_REPAIR);
  await again.compact();
  expect(textOf(again.state())).toContain('passed');
  await again.close();
  expect(await textAt(request)).toContain('passed');
});

test('a damaged file that lacks nothing of the document is let go of without a word', async () => {
  const request = realFolder().request();
  const follower = await leftWithDamage(request);
  await follower.retry('leave', follower.state());
  expect(follower.saveState()).toMatchObject(TO_REPAIR);
  await follower.close();
});

test('a document that is closed while it takes the file over does not hold it afterwards', async () => {
  const request = realFolder().request();
  const holder = await newDocument(request);
  const barrier = new Barrier();
  const follower = await openDocument({ ...request, fs: slowGrowth(barrier) });
  await holder.close();
  await follower.lookOutside();
  barrier.hold();
  const takingOver = follower.retry('leave');
  await barrier.met;
  await follower.close();
  barrier.goOn();
  await takingOver;
  const next = await openDocument(request);
  expect(next.opening.heldBy).toBeNull();
  await next.close();
});

test('a document that is closed while it is repaired waits for that, and holds the file no longer', async () => {
  const request = realFolder().request();
  await (await newDocument(request)).close();
  damage(request.path);
  const barrier = new Barrier();
  const rename: FileSystem['rename'] = async (from, to) => {
    await barrier.pass();
    await nodeFileSystem.rename(from, to);
  };
  const document = await openDocument({ ...request, fs: { ...nodeFileSystem, rename } });
  barrier.hold();
  const repairing = document.compact();
  await barrier.met;
  const closing = document.close();
  await new Promise((later) => setTimeout(later, 20));
  barrier.goOn();
  await Promise.all([repairing, closing]);
  const next = await openDocument(request);
  expect(next.opening).toMatchObject({ heldBy: null, readOnly: null });
  await new Writer(next).type('on');
  await next.close();
});

test.each<[string, (holder: OpenDocument, follower: OwnDocument, hash: string) => Promise<unknown>]>([
  ['that was appended', (_, follower) => follower.lookOutside()],
  [
    'of a file that was written anew',
    async (holder, follower, hash) => {
      follower.expectMention(hash);
      await holder.compact();
      await follower.lookOutside();
    },
  ],
])('a picture %s, whose text is still on its way, is not lost with the file', async (_, happens) => {
  const request = realFolder().request();
  const holder = await newDocument(request);
  const follower = await openDocument(request);
  const older = `${request.path}.older`;
  copyFileSync(request.path, older);
  const hash = await holder.putImage(Uint8Array.of(1, 2, 3), 'image/png');
  await happens(holder, follower, hash);
  await holder.close();
  renameSync(older, request.path);
  await follower.retry('leave');
  const images = await imagesAt(nodeFileSystem, request.path, follower.documentId);
  expect([...images.keys()]).toEqual([hash]);
  await follower.close();
});

test.each<[string, (follower: OwnDocument, path: string) => Promise<unknown>]>([
  ['is put in place of the file', async () => {}],
  ['is put in place of the file and looked at', (follower) => follower.lookOutside()],
  [
    'is put in place of the file, looked at, and deleted',
    async (follower, path) => {
      await follower.lookOutside();
      rmSync(path);
    },
  ],
])(
  'a picture is not lost that text names which came by another way when an older file %s',
  async (_, happens) => {
    const request = realFolder().request();
    const holder = await newDocument(request);
    const follower = await openDocument(request);
    const older = `${request.path}.older`;
    copyFileSync(request.path, older);
    const hash = await holder.putImage(Uint8Array.of(1, 2, 3), 'image/png');
    await follower.lookOutside();
    const known = withWord(follower, hash);
    follower.noteMentions(known);
    await holder.close();
    renameSync(older, request.path);
    await happens(follower, request.path);
    await follower.retry('write', known);
    const images = await imagesAt(nodeFileSystem, request.path, follower.documentId);
    expect([...images.keys()]).toEqual([hash]);
    await follower.close();
  },
);
