import { createHash } from 'node:crypto';
import { copyFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgeUpdate } from '../../../shared/schema/gate.ts';
import { duplicateFile } from '../../storage/duplicateFile.ts';
import type { FileSystem } from '../../storage/fileSystem.ts';
import { imagesAt } from '../../storage/imagesAt.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { trusted } from '../../storage/testing/trusted.testkit.ts';
import { HangingDisk } from './hangingDisk.testkit.ts';
import { Host, place, shareOneFile, textAt, typing } from './hosts.testkit.ts';
import { IdleHolder } from './idleHolder.testkit.ts';

shareOneFile();

const PATIENCE = { timeout: 8_000 };

/** A disk that refuses, with `code`, to open what `isRefused` says; as whom a test may run would be let past. */
const refusing = (
  code: string,
  isRefused: (...file: Parameters<FileSystem['open']>) => boolean,
): FileSystem => ({
  ...nodeFileSystem,
  open: async (...file) => {
    if (isRefused(...file)) throw Object.assign(new Error(code), { code });
    return nodeFileSystem.open(...file);
  },
});

const FULL = refusing('ENOSPC', (path) => path.includes('(kept'));

const putForeign = async () => writeFileSync(place.path, 'something else');

async function putOtherDocument(): Promise<void> {
  const out = join(place.root, 'other.debrief');
  await duplicateFile({ fs: nodeFileSystem, path: place.path, out, documentId: 'other', vet: trusted });
  rmSync(place.path);
  await nodeFileSystem.rename(out, place.path);
}

/** A program that joined one which has ended since, with something else in place of their file. */
async function leftWith(put: () => Promise<void>, fs: FileSystem = nodeFileSystem) {
  const holder = await IdleHolder.start();
  const host = new Host('second', judgeUpdate, fs);
  const joined = await host.hold();
  await holder.free();
  await put();
  await holder.end();
  return { host, joined };
}

/** The file that is kept aside when a document is closed. */
async function keptBy(closing: Promise<void>): Promise<string> {
  const kept = await closing.catch((error: Error) => /kept in (\S+\.debrief)/.exec(error.message));
  return kept?.[1] ?? '';
}

const keptAtClosing = async (host: Host): Promise<string> => textAt(await keptBy(host.release()));

test.each([
  ['what is no postmortem', putForeign, 'Something that is no postmortem was put'],
  ['another postmortem', putOtherDocument, 'Another postmortem was put'],
])(
  'FF-28 with %s in place of the file of a holder that has gone, and no room for a copy, all is kept',
  async (_, put, sentence) => {
    const { host, joined } = await leftWith(put, FULL);
    await expect
      .poll(() => joined.saveState(), PATIENCE)
      .toMatchObject({
        sentence: expect.stringMatching(new RegExp(`^${sentence} in place of this file\\.$`)),
        next: expect.stringMatching(/^The copy .+ could not be written .+ press Retry/),
      });
    expect(await keptAtClosing(host)).toBe('Start.');
  },
);

test('FF-28 with something else in place of the file that nobody has looked at twice yet, all is kept', async () => {
  const { host } = await leftWith(putForeign);
  await new Promise((later) => setTimeout(later, 100));
  expect(await keptAtClosing(host)).toBe('Start.');
});

test('what is in a copy beside the file is not kept aside, too', async () => {
  const { host, joined } = await leftWith(putForeign);
  await expect
    .poll(() => joined.saveState(), PATIENCE)
    .toMatchObject({ sentence: expect.stringContaining('is kept in “') });
  await host.release();
  expect(await textAt(join(place.root, 'shared (kept).debrief'))).toBe('Start.');
});

/** A program whose document is in a copy beside the file of a holder that has gone, until that copy is removed. */
async function withoutCopy(put: () => Promise<void>) {
  let isFull = false;
  let isBroken = false;
  const broken = refusing('EIO', (path) => isBroken && path === place.path);
  const full = refusing('ENOSPC', (path) => isFull && path.includes('(kept'));
  const open: FileSystem['open'] = (...file) => (isFull ? full : broken).open(...file);
  const { host, joined } = await leftWith(put, { ...nodeFileSystem, open });
  await expect
    .poll(() => joined.saveState(), PATIENCE)
    .toMatchObject({ sentence: expect.stringContaining('is kept in “') });
  rmSync(copyPath());
  const fill = () => {
    isFull = true;
  };
  const failOnce = async () => {
    isBroken = true;
    await joined.retry();
    isBroken = false;
  };
  return { host, fill, failOnce };
}

const copyPath = () => join(place.root, 'shared (kept).debrief');

for (const [what, put] of [
  ['what is no postmortem', putForeign],
  ['another postmortem', putOtherDocument],
] as const) {
  test(`FF-23 with ${what} in place of the file, a copy that was removed is written again when the document is closed`, async () => {
    const { host } = await withoutCopy(put);
    await host.release();
    expect(await textAt(copyPath())).toBe('Start.');
  });

  test(`FF-23 with ${what} in place of the file, that is so also where the disk refused to look at it last`, async () => {
    const { host, failOnce } = await withoutCopy(put);
    await failOnce();
    await host.release();
    expect(await textAt(copyPath())).toBe('Start.');
  });

  test(`FF-28 with ${what} in place of the file, all is kept when the document is closed where a copy was removed and finds no room`, async () => {
    const { host, fill } = await withoutCopy(put);
    fill();
    expect(await keptAtClosing(host)).toBe('Start.');
  });
}

test('FF-28 what a holder had not written when it went is kept where its file is write-protected since', async () => {
  let isProtected = false;
  const fs = refusing('EACCES', (path, how) => isProtected && path === place.path && how !== 'read');
  const holder = await IdleHolder.start();
  const host = new Host('second', judgeUpdate, fs);
  const joined = await host.hold();
  const window = typing(joined, 'window');
  holder.say({ kind: 'update', update: holder.type(' In flight.') });
  await expect.poll(() => window.text(), PATIENCE).toContain('In flight.');
  isProtected = true;
  await holder.end();
  await expect.poll(() => joined.saveState(), PATIENCE).toMatchObject({ kind: 'read-only' });
  expect(await keptAtClosing(host)).toBe('Start. In flight.');
});

test('a document is closed also where a disk never answers for a picture that it may show, and is read no more', async () => {
  let isBroken = false;
  let reads = 0;
  const fs = refusing('EIO', (path) => {
    if (path === place.path) reads += 1;
    return isBroken && path === place.path;
  });
  const holder = new Host('first');
  await holder.hold();
  const host = new Host('second', judgeUpdate, fs);
  const joined = await host.hold();
  await typing(joined, 'window').type(` ${createHash('sha256').digest('hex')}`);
  await joined.lookOutside();
  isBroken = true;
  await holder.release();
  await expect.poll(() => joined.saveState(), PATIENCE).toMatchObject({ kind: 'not-saved' });
  await host.release();
  reads = 0;
  await new Promise((later) => setTimeout(later, 2_500));
  expect(reads).toBe(0);
}, 15_000);

test('FF-28 a picture of a file that was left is kept when the next file has not taken it until the document is closed', async () => {
  const link = join(place.root, 'link.debrief');
  const copy = join(place.root, 'copy.debrief');
  copyFileSync(place.path, copy);
  symlinkSync(place.path, link);
  const held = await new Host('first').hold();
  const disk = new HangingDisk();
  let looks = Promise.resolve();
  const realPath: FileSystem['realPath'] = async (path) => {
    await looks;
    return nodeFileSystem.realPath(path);
  };
  const { documents } = new Host('second', judgeUpdate, { ...disk.fs, realPath });
  const joined = await documents.hold(link);
  const window = typing(joined, 'window');
  let look = () => {};
  looks = new Promise((resolve) => {
    look = resolve;
  });
  await held.compact();
  const hash = await held.putImage(new Uint8Array([1, 2, 3]), 'image/png');
  await typing(held, 'first window').type(` ${hash}`);
  await expect.poll(() => window.text(), PATIENCE).toContain(hash);
  disk.hang();
  rmSync(link);
  symlinkSync(copy, link);
  look();
  await expect.poll(() => joined.holdsFile, PATIENCE).toBe(true);
  const closing = keptBy(documents.release(link));
  await new Promise((later) => setTimeout(later, 2_500));
  disk.goOn();
  expect([...(await imagesAt(nodeFileSystem, await closing, 'shared')).keys()]).toEqual([hash]);
}, 15_000);
