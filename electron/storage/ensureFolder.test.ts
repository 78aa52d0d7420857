import { mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ensureFolder } from './ensureFolder.ts';
import type { FileSystem } from './fileSystem.ts';
import { nodeFileSystem } from './nodeFileSystem.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'debrief-folder-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('folders that are missing are made, and one that is there is left', async () => {
  const folder = join(newFolder(), 'a/b/c');
  await ensureFolder(nodeFileSystem, folder);
  await ensureFolder(nodeFileSystem, folder);
  expect(statSync(folder).isDirectory()).toBe(true);
});

test('below a link to a disk that was taken out no folder is made, and that is said', async () => {
  const folder = newFolder();
  symlinkSync(join(folder, 'disk'), join(folder, 'link'));
  await expect(ensureFolder(nodeFileSystem, join(folder, 'link/a/b'))).rejects.toMatchObject({
    code: 'ENOENT',
  });
});

test('on a drive that was taken out no folder is made, and that is said', async () => {
  let calls = 0;
  const without: FileSystem = {
    ...nodeFileSystem,
    async mkdir() {
      calls += 1;
      throw Object.assign(new Error('no such drive'), { code: calls < 100 ? 'ENOENT' : 'EIO' });
    },
  };
  await expect(ensureFolder(without, join(newFolder(), 'a'))).rejects.toMatchObject({ code: 'ENOENT' });
});
