import * as fsp from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nodeFileSystem } from './nodeFileSystem.ts';

let folder: string;
beforeEach(async () => {
  folder = await fsp.mkdtemp(join(tmpdir(), 'debrief-disk-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await fsp.rm(folder, { recursive: true });
});

/** The inode numbers of what Node is asked to bring to the disk, which it does all the same. */
async function listenForSync(): Promise<readonly number[]> {
  const probe = await fsp.open(folder);
  const handles: { sync: () => Promise<void> } = Object.getPrototypeOf(probe);
  await probe.close();
  const synced: number[] = [];
  const { sync } = handles;
  vi.spyOn(handles, 'sync').mockImplementation(async function (this: fsp.FileHandle) {
    await sync.call(this);
    synced.push((await this.stat()).ino);
  });
  return synced;
}

test('FF-21 an fsync of a file is asked of the machine, and has happened when the call returns', async () => {
  const synced = await listenForSync();
  const file = await nodeFileSystem.open(join(folder, 'a.debrief'), 'create');
  await file.append(Uint8Array.of(1));
  expect(synced).toEqual([]);
  await file.fsync();
  expect(synced).toEqual([(await fsp.stat(join(folder, 'a.debrief'))).ino]);
  await file.close();
});

test.skipIf(process.platform === 'win32')(
  'FF-21 an fsync of a folder is asked of the machine, and has happened when the call returns',
  async () => {
    const synced = await listenForSync();
    await nodeFileSystem.fsyncDirectory(folder);
    expect(synced).toEqual([(await fsp.stat(folder)).ino]);
  },
);
