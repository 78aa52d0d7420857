import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { bodyOf } from '../../../shared/document/layout.ts';
import { judgeUpdate } from '../../../shared/schema/gate.ts';
import type { FileSystem } from '../../storage/fileSystem.ts';
import { imagesAt } from '../../storage/imagesAt.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import type { OpenDocument } from '../open-document/index.ts';
import { Barrier } from '../open-document/testing/barrier.testkit.ts';
import { Host, onDisk, place, shareOneFile, typing } from './hosts.testkit.ts';

shareOneFile();

const PICTURE = new Uint8Array([1, 2, 3]);
const PATIENCE = { timeout: 5_000 };
const picturesOnDisk = async () => [...(await imagesAt(nodeFileSystem, place.path, 'shared')).keys()];
const saved = (document: OpenDocument) =>
  expect.poll(() => document.saveState(), PATIENCE).toEqual({ kind: 'saved' });

/** A picture that a window of `document` shows in the first line, deletes, and may bring back. */
async function deletedPicture(document: OpenDocument) {
  const hash = await document.putImage(PICTURE, 'image/png');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, document.state());
  const pushed: Promise<void>[] = [];
  doc.on('update', (update) => pushed.push(document.push(update, 'its window')));
  const line = (bodyOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  const manager = new Y.UndoManager(line);
  line.insert(line.length, hash);
  manager.stopCapturing();
  line.delete(line.length - hash.length, hash.length);
  await Promise.all(pushed);
  const undo = async () => {
    manager.undo();
    await Promise.all(pushed);
  };
  return { hash, undo };
}

test('FF-25 a picture that its holder removed stays removed when programs that knew it take the file over and join', async () => {
  const first = new Host('first');
  const held = await first.hold();
  const second = await new Host('second').hold();
  await deletedPicture(held);
  await second.lookOutside();
  const third = await new Host('third').hold();
  await held.removeDeletedText();
  await first.release();
  await expect.poll(() => second.holdsFile || third.holdsFile, PATIENCE).toBe(true);
  const holder = second.holdsFile ? second : third;
  await saved(second);
  await saved(third);
  await holder.compact();
  await saved(second);
  await saved(third);
  expect(await picturesOnDisk()).toEqual([]);
  await typing(holder, 'another window').type(' On.');
  await holder.removeDeletedText();
  expect(await onDisk()).toContain(' On.');
  expect(await picturesOnDisk()).toEqual([]);
});

test('a picture that its holder removed is in the file again when its deletion is undone where the file was taken over', async () => {
  const first = new Host('first');
  const held = await first.hold();
  const joined = await new Host('second').hold();
  const { hash, undo } = await deletedPicture(joined);
  await held.removeDeletedText();
  await first.release();
  await expect.poll(() => joined.holdsFile, PATIENCE).toBe(true);
  await saved(joined);
  expect(await picturesOnDisk()).toEqual([]);
  await undo();
  expect(await onDisk()).toContain(hash);
  expect(await picturesOnDisk()).toEqual([hash]);
});

test('FF-25 what was deleted while nobody held the file is out of it when its text is removed where it was taken over', async () => {
  const barrier = new Barrier();
  const readdir: FileSystem['readdir'] = async (path) => {
    if (path.includes('kept-aside')) await barrier.pass();
    return nodeFileSystem.readdir(path);
  };
  const first = new Host('first');
  await first.hold();
  const joined = await new Host('second', judgeUpdate, { ...nodeFileSystem, readdir }).hold();
  const window = typing(joined, 'its window');
  await window.type(' a secret');
  barrier.hold();
  await first.release();
  await barrier.met;
  expect(joined.holdsFile).toBe(true);
  const deleted = window.delete(' a secret');
  const removed = joined.removeDeletedText();
  setTimeout(() => barrier.goOn(), 300);
  await Promise.all([deleted, removed]);
  expect(await onDisk()).toBe('Start.');
  expect(readFileSync(place.path).includes('a secret')).toBe(false);
});
