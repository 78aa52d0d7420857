import { expect, test } from 'vitest';
import { SEED } from '../../../shared/testing/seed.testkit.ts';
import type { SimulatedDisk } from '../../storage/testing/simulatedDisk.testkit.ts';
import { type CutPlan, cutEverywhere } from './testing/cutEverywhere.testkit.ts';
import { fsyncsInSource, removeFsync, watchFsyncs } from './testing/fsyncSites.testkit.ts';
import { freshDisk, recordSession } from './testing/recordedSession.testkit.ts';
import { seededDraw } from './testing/seededDraw.testkit.ts';

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
