import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judgeUpdate } from '../../../shared/schema/gate.ts';
import type { FileSystem } from '../../storage/fileSystem.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import type { OpenDocument } from '../open-document/index.ts';
import { HangingDisk } from './hangingDisk.testkit.ts';
import { Host, onDisk, place, shareOneFile, typing } from './hosts.testkit.ts';
import { IdleHolder } from './idleHolder.testkit.ts';

shareOneFile();

/** A window on a document, with each thing that it showed: the state, and whether the words were there. */
function watching(document: OpenDocument, words: string) {
  const window = typing(document, 'reading window');
  const shown: (readonly [state: string, hasWords: boolean])[] = [];
  let state = document.saveState().kind;
  const show = () => shown.push([state, window.text().includes(words)]);
  document.subscribe({
    update: show,
    saveState: ({ kind }) => {
      state = kind;
      show();
    },
  });
  return { document, shown, hasWords: () => window.text().includes(words) };
}

test('while the disk of the holder hangs, no window of any program shows as saved what it has not taken', async () => {
  const disk = new HangingDisk();
  const holder = new Host('first', judgeUpdate, disk.fs);
  const joined = new Host('second');
  const all: ReturnType<typeof watching>[] = [];
  for (const host of [holder, joined, joined, new Host('third')]) {
    all.push(watching(await host.hold(), 'Meanwhile.'));
  }
  disk.hang();
  const typed = typing(await joined.hold(), 'typing window').type(' Meanwhile.');
  await expect.poll(() => all.every(({ hasWords }) => hasWords())).toBe(true);
  for (const { document, shown } of all) {
    expect(document.saveState()).toEqual({ kind: 'saving' });
    expect(shown[0]).toEqual(['saving', false]);
    expect(shown).not.toContainEqual(['saved', true]);
  }
  expect(await onDisk()).toBe('Start.');
  disk.goOn();
  await typed;
  for (const { document } of all) await expect.poll(() => document.saveState()).toEqual({ kind: 'saved' });
  expect(await onDisk()).toBe('Start. Meanwhile.');
});

test('what a holder had passed on and not written is not saved when it goes, until another has written it', async () => {
  const disk = new HangingDisk();
  const holder = new Host('first', judgeUpdate, disk.fs);
  await holder.hold();
  const second = typing(await new Host('second').hold(), 'second window');
  const third = watching(await new Host('third').hold(), 'Meanwhile.');
  disk.hang();
  const typed = second.type(' Meanwhile.');
  await expect.poll(() => third.hasWords()).toBe(true);
  // Its lines break, and its file is not free yet.
  await holder.sharing.close();
  await new Promise((later) => setTimeout(later, 400));
  expect(third.document.saveState().kind).not.toBe('saved');
  expect(third.shown).not.toContainEqual(['saved', true]);
  disk.goOn();
  await holder.close();
  await typed;
  await expect.poll(() => third.document.saveState(), { timeout: 5_000 }).toEqual({ kind: 'saved' });
  expect(await onDisk()).toBe('Start. Meanwhile.');
});

test('what is heard first of the next holder is not saved in any window before that holder says so', async () => {
  const holder = await IdleHolder.start();
  const window = watching(await new Host('second').hold(), 'Meanwhile.');
  expect(window.document.saveState()).toEqual({ kind: 'saved' });
  holder.type(' Meanwhile.');
  holder.saveState = { kind: 'saving' };
  holder.hangUp();
  await expect.poll(() => window.hasWords()).toBe(true);
  expect(window.document.saveState()).toEqual({ kind: 'saving' });
  expect(window.shown).not.toContainEqual(['saved', true]);
  await holder.end();
});

test('what only the joined program knows when it takes a file over is not saved before the file has it', async () => {
  const holder = await IdleHolder.start();
  let goOn = () => {};
  const keptRead = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let isAsked = false;
  const readdir: FileSystem['readdir'] = async (path) => {
    isAsked ||= path.includes('kept-aside');
    if (path.includes('kept-aside')) await keptRead;
    return nodeFileSystem.readdir(path);
  };
  const { document, ...window } = watching(
    await new Host('second', judgeUpdate, { ...nodeFileSystem, readdir }).hold(),
    'Lost.',
  );
  const saidSaved: boolean[] = [];
  document.subscribe({
    update: () => {},
    saveState: ({ kind }) => {
      if (kind === 'saved' && window.hasWords()) saidSaved.push(readFileSync(place.path).includes('Lost.'));
    },
  });
  holder.say({ kind: 'save-state', state: { kind: 'saving' } });
  holder.say({ kind: 'update', update: holder.type(' Lost.') });
  await expect.poll(() => window.hasWords()).toBe(true);
  await holder.end();
  await expect.poll(() => isAsked && document.holdsFile).toBe(true);
  expect(document.saveState()).toEqual({ kind: 'saving' });
  goOn();
  await expect.poll(() => document.saveState()).toEqual({ kind: 'saved' });
  expect(saidSaved).not.toContain(false);
  expect(await onDisk()).toBe('Start. Lost.');
});
