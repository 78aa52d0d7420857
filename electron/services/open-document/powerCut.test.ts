import { expect, test } from 'vitest';
import { SEED } from '../../../shared/testing/seed.testkit.ts';
import type { FileStat } from '../../storage/fileSystem.ts';
import { SimulatedDisk } from '../../storage/testing/simulatedDisk.testkit.ts';
import { createDocument } from './index.ts';
import { type CutPlan, cutEverywhere } from './testing/cutEverywhere.testkit.ts';
import { fsyncsInSource, removeFsync, watchFsyncs } from './testing/fsyncSites.testkit.ts';
import { Promises } from './testing/promises.testkit.ts';
import {
  freshDisk,
  recordSession,
  replaceOutside,
  sessionRequest,
} from './testing/recordedSession.testkit.ts';
import { seededDraw } from './testing/seededDraw.testkit.ts';
import { stateWith, Writer } from './testing/writer.testkit.ts';

const plan = (drawn: number): CutPlan => ({ every: 1, exhaustiveUpTo: 3, drawn, draw: seededDraw(SEED) });

test('FF-21 a power cut at any operation of a session loses nothing that was acknowledged', async () => {
  const disk = await freshDisk();
  const sites = watchFsyncs(disk);
  const promises = await recordSession(disk);
  expect(sites).toEqual(fsyncsInSource());
  expect(promises.all.length).toBeGreaterThan(100);
  const { operations, cuts, broken } = await cutEverywhere(disk, promises, plan(4));
  expect(broken).toBeNull();
  expect(operations).toBeGreaterThan(250);
  expect(cuts).toBeGreaterThan(operations * 4);
});

test('on a disk that replaces no open files a session goes the same way, and no file stays open', async () => {
  const disk = await freshDisk();
  disk.renamesOverOpenFiles = false;
  const promises = await recordSession(disk);
  expect(disk.openFiles).toBe(0);
  const usual = await freshDisk();
  await recordSession(usual);
  const renames = (log: SimulatedDisk['log']) => log.filter(({ kind }) => kind === 'rename').length;
  expect(renames(disk.log)).toBe(renames(usual.log));
  const { broken } = await cutEverywhere(disk, promises, { ...plan(1), every: 5 });
  expect(broken).toBeNull();
});

test('FF-21 on a disk that makes inode numbers up at each look everything is saved all the same', async () => {
  const disk = await freshDisk();
  disk.identitiesLast = false;
  const promises = await recordSession(disk);
  expect(disk.openFiles).toBe(0);
  expect(promises.all.length).toBeGreaterThan(100);
  const { broken } = await cutEverywhere(disk, promises, { ...plan(2), every: 3 });
  expect(broken).toBeNull();
});

/** A disk on which a sync program puts a copy of a file in its place, right after it was waited for. */
class CopiedDisk extends SimulatedDisk {
  #copyNext: string | null = null;

  override async stat(path: string): Promise<FileStat> {
    if (this.#copyNext === path) {
      this.#copyNext = null;
      await this.byOthers(async () => {
        const file = await this.open(path, 'read');
        const { size } = await file.stat();
        await replaceOutside(this, path, await file.readAt(0, size));
      });
    }
    return super.stat(path);
  }

  copyAfterNextFsync(): void {
    this.onCall = ({ kind, path }) => {
      if (kind === 'fsync') {
        this.onCall = () => 'done';
        this.#copyNext = path;
      }
      return 'done';
    };
  }
}

test.each([true, false])(
  'FF-21 a copy that takes the place of the file between its fsync and the acknowledgement is waited for (inode numbers last: %s)',
  async (identitiesLast) => {
    const disk = new CopiedDisk();
    await freshDisk(disk);
    disk.identitiesLast = identitiesLast;
    const promises = new Promises(disk);
    const initial = stateWith('seeded');
    const document = await createDocument({ ...sessionRequest(disk), documentId: 'copied-1', initial });
    promises.word('seeded');
    const writer = new Writer(document);
    for (const word of ['one', 'two', 'three']) {
      const resume = promises.pause();
      // The moment at which a window shows it as saved; what awaits the push hears of it a little later.
      const end = document.subscribe({
        update: () => {},
        saveState: ({ kind }) => {
          if (kind !== 'saved') return;
          end();
          resume();
          promises.word(word);
        },
      });
      disk.copyAfterNextFsync();
      await writer.type(word);
    }
    expect(promises.all.filter(({ what }) => what === 'the word three')).toHaveLength(1);
    const { broken } = await cutEverywhere(disk, promises, { ...plan(4), exhaustiveUpTo: 6 });
    expect(broken).toBeNull();
    writer.leave();
    await document.close();
  },
);

test.each([...fsyncsInSource()])(
  'FF-21 without the fsync of %s a power cut breaks a promise',
  async (site) => {
    const disk = await freshDisk();
    removeFsync(disk, site);
    const promises = await recordSession(disk);
    const { broken } = await cutEverywhere(disk, promises, plan(1));
    expect(broken).not.toBeNull();
  },
);
