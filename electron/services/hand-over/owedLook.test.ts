import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SaveState } from '../../../shared/contract/saveState.ts';
import { judgeUpdate } from '../../../shared/schema/gate.ts';
import type { FileSystem } from '../../storage/fileSystem.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { Host, place, shareOneFile } from './hosts.testkit.ts';
import { IdleHolder } from './idleHolder.testkit.ts';

shareOneFile();

const PATIENCE = { timeout: 5_000 };

/** A program that joined another, and whose disk finds no file in between `hang` and `goOn`. */
async function joinedOnSlowDisk() {
  let free = Promise.resolve();
  let goOn = () => {};
  const hang = () => {
    free = new Promise((resolve) => {
      goOn = resolve;
    });
  };
  const realPath: FileSystem['realPath'] = async (path) => {
    await free;
    return nodeFileSystem.realPath(path);
  };
  const joined = await new Host('second', judgeUpdate, { ...nodeFileSystem, realPath }).hold();
  const heard: SaveState['kind'][] = [];
  joined.subscribe({ update: () => {}, saveState: ({ kind }) => heard.push(kind) });
  return { joined, heard, hang, goOn: () => goOn() };
}

/** Puts another file of the same document in place of the shared one. */
function replaceFile(): void {
  const other = join(place.root, 'other');
  copyFileSync(place.path, other);
  renameSync(other, place.path);
}

test('nothing counts as saved when a holder goes that had not looked at a file that was replaced, until the next one has', async () => {
  const holder = await IdleHolder.start();
  const { joined, heard, hang, goOn } = await joinedOnSlowDisk();
  replaceFile();
  await expect.poll(() => holder.given.map(({ kind }) => kind), PATIENCE).toContain('look');
  expect(joined.saveState()).toEqual({ kind: 'saving' });
  heard.length = 0;
  hang();
  await holder.end();
  await new Promise((later) => setTimeout(later, 100));
  expect(joined.saveState()).toEqual({ kind: 'saving' });
  expect(heard).not.toContain('saved');
  goOn();
  await expect.poll(() => joined.saveState(), PATIENCE).toEqual({ kind: 'saved' });
});
