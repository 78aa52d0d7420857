import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { expect, test } from '@playwright/test';
import { readFuses, releaseFuses } from '../../build/fuses.mjs';
import { launchApp } from '../fixtures/electronHost.ts';
import { sandboxFlags } from '../fixtures/host.ts';
import { packaged } from './packaged.ts';

const release = packaged('DEBRIEF_PACKAGED_RELEASE');
const smoke = packaged('DEBRIEF_PACKAGED_SMOKE');

test('TH-13 a release has every fuse set that its Electron has, read back from the binary', async () => {
  const fuses = await readFuses(release);
  const present = Object.entries(releaseFuses).filter(([name]) => name in fuses);
  expect(present.length).toBeGreaterThanOrEqual(6);
  expect(fuses).toMatchObject(Object.fromEntries(present));
});

test('the package that is driven here has the fuses of a release but for one', async () => {
  expect(await readFuses(smoke)).toEqual({
    ...(await readFuses(release)),
    EnableNodeCliInspectArguments: true,
  });
});

// On macOS the signature covers the binary and differs with it.
if (process.platform !== 'darwin') {
  test('the package that is driven here has the files of a release but for the binary with the fuse', () => {
    const [inRelease, inSmoke] = [filesIn(dirname(release)), filesIn(dirname(smoke))];
    expect([...inSmoke.keys()]).toEqual([...inRelease.keys()]);
    const different = [...inRelease.keys()].filter((file) => inRelease.get(file) !== inSmoke.get(file));
    expect(different).toEqual([basename(release)]);
  });
}

test('the packaged app opens and shows the library', async () => {
  const root = mkdtempSync(join(tmpdir(), 'debrief-'));
  const folders = { data: join(root, 'data'), library: join(root, 'library') };
  const app = await launchApp(smoke, sandboxFlags, folders);
  await expect(app.page.getByRole('heading', { name: 'Write the first postmortem' })).toBeVisible();
  expect(await app.electron?.evaluate((electron) => electron.app.isPackaged)).toBe(true);
  await app.close();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

/** Every file below a folder, with a hash of its content. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}
