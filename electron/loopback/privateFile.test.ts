import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listenForSync } from '../storage/testing/listenForSync.testkit.ts';
import { claimPrivateJson, readPrivateJson, writePrivateJson } from './privateFile.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debrief-private-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

test('a private file is on the disk before it takes its name, and leaves nothing beside it', async () => {
  const synced = await listenForSync(folder);
  const path = join(folder, 'port.json');
  await writePrivateJson(path, { port: 1 });
  await writePrivateJson(path, { port: 2 });
  expect(synced[1]).toBe((await stat(path)).ino);
  expect(await readPrivateJson(path)).toEqual({ port: 2 });
  expect(await readdir(folder)).toEqual(['port.json']);
});

test('of several that claim a private file at once, one succeeds', async () => {
  const path = join(folder, 'port.json');
  const claims = await Promise.all([1, 2, 3, 4].map((port) => claimPrivateJson(path, { port })));
  expect(claims.filter(Boolean)).toHaveLength(1);
  expect(await readPrivateJson(path)).toEqual({ port: claims.indexOf(true) + 1 });
  expect(await readdir(folder)).toEqual(['port.json']);
});
