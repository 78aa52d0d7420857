import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgeUpdate } from '../../../shared/schema/gate.ts';
import { duplicateFile } from '../../storage/duplicateFile.ts';
import type { FileSystem } from '../../storage/fileSystem.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { trusted } from '../../storage/testing/trusted.testkit.ts';
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

/** What is in the file that is kept aside when the last window of a program is closed. */
async function keptAtClosing(host: Host): Promise<string> {
  const kept = await host.release().catch((error: Error) => /kept in (\S+\.debrief)/.exec(error.message));
  return textAt(kept?.[1] ?? '');
}

test.each([
  ['what is no postmortem', putForeign, 'no postmortem was put'],
  ['another postmortem', putOtherDocument, 'Another postmortem was put'],
])(
  'FF-28 with %s in place of the file of a holder that has gone, and no room for a copy, all is kept',
  async (_, put, sentence) => {
    const { host, joined } = await leftWith(put, FULL);
    await expect
      .poll(() => joined.saveState(), PATIENCE)
      .toMatchObject({ sentence: expect.stringContaining(sentence) });
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
