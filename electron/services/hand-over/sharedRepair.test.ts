import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Notice } from '../../../shared/contract/notice.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { readForUse } from '../../storage/readForUse.ts';
import type { OpenDocument } from '../open-document/index.ts';
import { Host, onDisk, place, shareOneFile, typing } from './hosts.testkit.ts';

shareOneFile();

/** Spoils the beginning of the shared file. @returns what it is then */
function damage(): Buffer {
  const damaged = readFileSync(place.path).fill(0, 20, 30);
  writeFileSync(place.path, damaged);
  return damaged;
}

function noticesOf(document: OpenDocument): Notice[] {
  const heard: Notice[] = [];
  document.subscribe({ update: () => {}, saveState: () => {}, notice: (notice) => heard.push(notice) });
  return heard;
}

const TO_REPAIR = { kind: 'read-only', remedy: 'repair' };
const SAVED = { kind: 'saved' };

test('FF-18 a damaged file is repaired from a program that was joined, and both write it from then on', async () => {
  const damaged = damage();
  const holder = await new Host('first').hold();
  const joined = await new Host('second').hold();
  expect(joined.saveState()).toMatchObject(TO_REPAIR);
  expect(joined.opening.notices).toMatchObject([{ kind: 'damaged' }]);
  const heard = [noticesOf(holder), noticesOf(joined)];

  const keptAside = await joined.compact();
  expect(readFileSync(keptAside ?? '')).toEqual(damaged);
  const repaired = { kind: 'repaired', sentence: expect.stringContaining(`kept as it was in ${keptAside}`) };
  await expect.poll(() => heard).toMatchObject([[repaired], [repaired]]);
  expect(joined.opening.notices).toEqual([]);
  await expect.poll(() => joined.saveState()).toEqual(SAVED);
  await typing(joined, 'second window').type(' On.');
  expect(holder.saveState()).toEqual(SAVED);
  expect(await onDisk()).toBe('Start. On.');
});

test('a repair in the program that holds the file is told to the one that was joined', async () => {
  damage();
  const holder = await new Host('first').hold();
  const joined = await new Host('second').hold();
  const heard = noticesOf(joined);
  await holder.compact();
  await expect.poll(() => heard).toMatchObject([{ kind: 'repaired' }]);
  await expect.poll(() => joined.saveState()).toEqual(SAVED);
  expect(joined.opening.notices).toEqual([]);
});

test('what a damaged file could not take is in it when the program that holds it has repaired it', async () => {
  damage();
  const holder = await new Host('first').hold();
  const joined = await new Host('second').hold();
  const other = typing(joined, 'other window');
  await expect(typing(joined, 'window').type(' Too early.')).rejects.toMatchObject({ code: 'read-only' });
  expect(other.text()).toBe('Start. Too early.');
  await holder.compact();
  await expect.poll(() => joined.saveState()).toEqual(SAVED);
  expect(await onDisk()).toBe('Start. Too early.');
});

/** The shared file cut off before its text. @returns what it is then */
async function cutShort(): Promise<Buffer> {
  const { file, contents } = await readForUse(nodeFileSystem, place.path, 'read');
  await file.close();
  const cut = readFileSync(place.path).subarray(0, contents.scan.records[0]?.end);
  writeFileSync(place.path, cut);
  return cut;
}

test('FF-18 a file whose beginning is damaged is repaired in the program that was joined when its holder goes', async () => {
  const damaged = damage();
  const holder = new Host('first');
  await holder.hold();
  const joined = await new Host('second').hold();
  await holder.release();
  await expect.poll(() => joined.holdsFile).toBe(true);
  expect(joined.saveState()).toMatchObject(TO_REPAIR);
  expect(readFileSync(place.path)).toEqual(damaged);
  const keptAside = await joined.compact();
  expect(readFileSync(keptAside ?? '')).toEqual(damaged);
  await expect.poll(() => joined.saveState()).toEqual(SAVED);
  expect(await onDisk()).toBe('Start.');
});

test('FF-16 a file that was cut before its text is repaired from no program, and left as it is when its holder goes', async () => {
  const cut = await cutShort();
  const holder = new Host('first');
  await holder.hold();
  const joined = await new Host('second').hold();
  expect(joined.saveState()).toMatchObject({ kind: 'read-only', remedy: null });
  await expect(joined.compact()).rejects.toMatchObject({ code: 'damaged' });
  await holder.release();
  await expect.poll(() => joined.holdsFile).toBe(true);
  expect(joined.saveState()).toMatchObject({ kind: 'read-only', remedy: 'restore' });
  await expect(joined.compact()).rejects.toMatchObject({ code: 'damaged' });
  expect(readFileSync(place.path)).toEqual(cut);
});
