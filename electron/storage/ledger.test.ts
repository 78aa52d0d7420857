import { expect, test } from 'vitest';
import { Ledger, type LedgerEntry } from './ledger.ts';
import { SimulatedDisk } from './testing/simulatedDisk.testkit.ts';

const entry = (length: number): LedgerEntry => ({
  documentId: 'ledger-1',
  generation: '00000000000000aa',
  length,
  lastOffset: length - 40,
  lastHeaderCrc: length * 3,
});

const bytesOf = async (disk: SimulatedDisk) => {
  const [name = ''] = await disk.readdir('/data/ledger');
  return disk.open(`/data/ledger/${name}`, 'update');
};

test('FF-26 the ledger remembers the last entry, for each file by itself', async () => {
  const disk = new SimulatedDisk();
  const ledger = new Ledger(disk, '/data', '/home/a.debrief');
  expect(await ledger.read()).toBeNull();
  for (const length of [100, 200, 300]) await ledger.note(entry(length));
  await ledger.close();
  expect(await new Ledger(disk, '/data', '/home/a.debrief').read()).toEqual(entry(300));
  expect(await new Ledger(disk, '/data', '/home/b.debrief').read()).toBeNull();
});

test('it goes on counting after it was opened again', async () => {
  const disk = new SimulatedDisk();
  for (const length of [100, 200, 300, 400, 500]) {
    const ledger = new Ledger(disk, '/data', '/home/a.debrief');
    await ledger.note(entry(length));
    await ledger.close();
    expect(await new Ledger(disk, '/data', '/home/a.debrief').read()).toEqual(entry(length));
  }
});

test('FF-26 a torn entry is passed over for the one before it; two torn ones claim nothing', async () => {
  const disk = new SimulatedDisk();
  const ledger = new Ledger(disk, '/data', '/home/a.debrief');
  await ledger.note(entry(100));
  await ledger.note(entry(200));
  const file = await bytesOf(disk);
  await file.writeAt(10, Uint8Array.of(1, 2, 3));
  expect(await new Ledger(disk, '/data', '/home/a.debrief').read()).toEqual(entry(100));
  await file.writeAt(170, Uint8Array.of(1, 2, 3));
  expect(await new Ledger(disk, '/data', '/home/a.debrief').read()).toBeNull();
});
