import * as fsp from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nodeFileSystem } from './nodeFileSystem.ts';
import { listenForSync } from './testing/listenForSync.testkit.ts';

let folder: string;
beforeEach(async () => {
  folder = await fsp.mkdtemp(join(tmpdir(), 'debrief-disk-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await fsp.rm(folder, { recursive: true });
});

test('FF-21 an fsync of a file is asked of the machine, and has happened when the call returns', async () => {
  const synced = await listenForSync(folder);
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
    const synced = await listenForSync(folder);
    await nodeFileSystem.fsyncDirectory(folder);
    expect(synced).toEqual([(await fsp.stat(folder)).ino]);
  },
);
