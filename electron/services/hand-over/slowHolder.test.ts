import { expect, test } from 'vitest';
import { judgeUpdate } from '../../../shared/schema/gate.ts';
import type { FileSystem, OpenFile } from '../../storage/fileSystem.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import type { OpenDocument } from '../open-document/index.ts';
import { Host, onDisk, shareOneFile, typing } from './hosts.testkit.ts';

shareOneFile();

/** A disk that takes nothing in between {@link hang} and {@link goOn}. */
class HangingDisk {
  readonly fs: FileSystem = { ...nodeFileSystem, open: (...place) => this.#open(...place) };
  #free: Promise<void> = Promise.resolve();
  goOn = () => {};

  hang(): void {
    this.#free = new Promise((free) => {
      this.goOn = free;
    });
  }

  async #open(...place: Parameters<FileSystem['open']>): Promise<OpenFile> {
    const file = await nodeFileSystem.open(...place);
    const append = file.append.bind(file);
    return Object.assign(file, {
      append: async (bytes: Uint8Array) => {
        await this.#free;
        return append(bytes);
      },
    });
  }
}

/** A window on a document, with each thing that it showed: the state, and whether the words were there. */
function watching(document: OpenDocument, words: string) {
  const window = typing(document, 'reading window');
  const shown: (readonly [state: string, hasWords: boolean])[] = [];
  const show = () => shown.push([document.saveState().kind, window.text().includes(words)]);
  document.subscribe({ update: show, saveState: show });
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
