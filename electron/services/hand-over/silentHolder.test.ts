import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SaveState } from '../../../shared/contract/saveState.ts';
import { Host, onDisk, place, shareOneFile, typing } from './hosts.testkit.ts';
import { startHolder } from './startHolder.testkit.ts';

shareOneFile();

const unlessWindows = test.skipIf(process.platform === 'win32');
const PATIENCE = { timeout: 10_000 };
const SILENT = {
  kind: 'not-saved',
  sentence: expect.stringMatching(/^Another Debrief \(process \d+\) holds this file and does not answer\.$/),
  next: expect.stringContaining('saved by itself'),
};

unlessWindows('what a stopped holder does not acknowledge is not saved, and is when it goes on', async () => {
  const stopped = await startHolder();
  const joined = await new Host('second').hold();
  const heard: SaveState[] = [];
  joined.subscribe({ update: () => {}, saveState: (state) => heard.push(state) });
  const second = typing(joined, 'second window');
  await second.type(' Before.');
  stopped.kill('SIGSTOP');
  const typed = second.type(' Meanwhile.');
  await expect.poll(() => heard.at(-1), PATIENCE).toEqual(SILENT);
  expect(joined.saveState()).toEqual(SILENT);
  expect(await onDisk()).not.toContain('Meanwhile.');
  stopped.kill('SIGCONT');
  await typed;
  await expect.poll(() => heard.at(-1)).toEqual({ kind: 'saved' });
  expect(joined.saveState()).toEqual({ kind: 'saved' });
  expect(await onDisk()).toBe('Start. Before. Meanwhile.');
});

unlessWindows('no other window shows as saved what a stopped holder was given', async () => {
  const stopped = await startHolder();
  const joined = await new Host('second').hold();
  const other = typing(joined, 'other window');
  const shown: (readonly [string, boolean])[] = [];
  const show = (state: SaveState) => shown.push([state.kind, other.text().includes('Meanwhile.')]);
  joined.subscribe({ update: () => show(joined.saveState()), saveState: show });
  stopped.kill('SIGSTOP');
  const typed = typing(joined, 'second window').type(' Meanwhile.');
  expect(other.text()).toContain('Meanwhile.');
  expect(joined.saveState()).toEqual({ kind: 'saving' });
  await expect.poll(() => joined.saveState(), PATIENCE).toEqual(SILENT);
  // The state comes before the text that it is about.
  expect(shown[0]).toEqual(['saving', false]);
  expect(shown).not.toContainEqual(['saved', true]);
  stopped.kill('SIGCONT');
  await typed;
  expect(joined.saveState()).toEqual({ kind: 'saved' });
  expect(shown.at(-1)).toEqual(['saved', true]);
});

unlessWindows('what a stopped holder had not acknowledged is saved by itself when it is ended', async () => {
  const stopped = await startHolder();
  const joined = await new Host('second').hold();
  const second = typing(joined, 'second window');
  stopped.kill('SIGSTOP');
  const typed = second.type(' Meanwhile.');
  await expect.poll(() => joined.saveState(), PATIENCE).toEqual(SILENT);
  stopped.kill('SIGKILL');
  await typed;
  await expect.poll(() => joined.saveState()).toEqual({ kind: 'saved' });
  expect(await onDisk()).toBe('Start. Meanwhile.');
});

for (const what of ['is deleted', 'is replaced by an older copy'] as const) {
  unlessWindows(`what a file had that ${what} while its holder is stopped is not saved`, async () => {
    const stopped = await startHolder();
    const joined = await new Host('second').hold();
    const older = join(place.root, 'older');
    copyFileSync(place.path, older);
    const second = typing(joined, 'second window');
    await second.type(' Acknowledged.');
    await expect.poll(() => joined.saveState()).toEqual({ kind: 'saved' });
    stopped.kill('SIGSTOP');
    if (what === 'is deleted') rmSync(place.path);
    else renameSync(older, place.path);
    await expect.poll(() => joined.saveState(), PATIENCE).toEqual(SILENT);
    stopped.kill('SIGCONT');
    if (what === 'is deleted') {
      await expect
        .poll(() => joined.saveState())
        .toMatchObject({ sentence: 'The file was deleted or moved.' });
      await joined.retry();
    }
    await expect.poll(() => joined.saveState()).toEqual({ kind: 'saved' });
    expect(await onDisk()).toBe('Start. Acknowledged.');
  });
}

test.skipIf(process.platform === 'win32').each([
  ['is stopped', null],
  ['was ended by then', 'SIGKILL'],
] as const)(
  'what a deleted file had is kept aside when it is closed while its holder %s',
  async (_, signal) => {
    const stopped = await startHolder();
    const host = new Host('second');
    const joined = await host.hold();
    await typing(joined, 'second window').type(' Acknowledged.');
    stopped.kill('SIGSTOP');
    rmSync(place.path);
    await expect.poll(() => joined.saveState(), PATIENCE).toEqual(SILENT);
    if (signal !== null) {
      stopped.kill(signal);
      await expect
        .poll(() => joined.saveState(), PATIENCE)
        .toMatchObject({ sentence: 'The file was deleted or moved.' });
    }
    await expect(host.release()).rejects.toMatchObject({ sentence: expect.stringContaining('is kept in') });
  },
);
