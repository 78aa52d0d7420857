import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgeUpdate } from '../../../shared/schema/gate.ts';
import { duplicateFile } from '../../storage/duplicateFile.ts';
import type { FileSystem } from '../../storage/fileSystem.ts';
import { imagesAt } from '../../storage/imagesAt.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { trusted } from '../../storage/testing/trusted.testkit.ts';
import { Host, onDisk, place, shareOneFile, textAt, typing } from './hosts.testkit.ts';

shareOneFile();

const PICTURE = new Uint8Array([1, 2, 3]);
const PATIENCE = { timeout: 5_000 };
const picturesAt = async (path: string) => [...(await imagesAt(nodeFileSystem, path, 'shared')).keys()];

/** A picture that the holder put into its file, and that the program which joined it has not read from there yet. */
async function pictureNotRead() {
  let looks = Promise.resolve();
  const realPath: FileSystem['realPath'] = async (path) => {
    await looks;
    return nodeFileSystem.realPath(path);
  };
  const holder = new Host('first');
  const held = await holder.hold();
  const joined = await new Host('second', judgeUpdate, { ...nodeFileSystem, realPath }).hold();
  const [first, second] = [typing(held, 'first window'), typing(joined, 'second window')];
  let look = () => {};
  looks = new Promise((resolve) => {
    look = resolve;
  });
  const hash = await held.putImage(PICTURE, 'image/png');
  await first.type(` ${hash}`);
  await expect.poll(() => second.text()).toContain(hash);
  return { holder, joined, hash, look };
}

test('a picture that was not read yet when its file was deleted is in the file that is written again', async () => {
  const { holder, joined, hash, look } = await pictureNotRead();
  rmSync(place.path);
  look();
  await holder.release().catch(() => {});
  await expect.poll(() => joined.saveState().kind, PATIENCE).toBe('not-saved');
  await joined.retry();
  await expect.poll(() => joined.saveState(), PATIENCE).toEqual({ kind: 'saved' });
  expect(await onDisk()).toContain(hash);
  expect(await picturesAt(place.path)).toEqual([hash]);
});

test('a picture that was not read yet when another postmortem came in place of its file is in the copy', async () => {
  const { holder, joined, hash, look } = await pictureNotRead();
  const out = join(place.root, 'other.debrief');
  await duplicateFile({ fs: nodeFileSystem, path: place.path, out, documentId: 'other', vet: trusted });
  renameSync(out, place.path);
  await holder.sharing.close();
  await holder.release().catch(() => {});
  look();
  await expect
    .poll(() => joined.saveState(), PATIENCE)
    .toMatchObject({
      kind: 'read-only',
      sentence: expect.stringContaining('is kept in'),
    });
  const { sentence } = joined.saveState() as { sentence: string };
  const copy = join(place.root, /“(.*)”/.exec(sentence)?.[1] ?? '');
  expect(await textAt(copy)).toContain(hash);
  expect(await picturesAt(copy)).toEqual([hash]);
});
