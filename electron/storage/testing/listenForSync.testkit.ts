import * as fsp from 'node:fs/promises';
import { vi } from 'vitest';

/**
 * The inode numbers of what Node is asked to bring to the disk from now on, which it does all the same; until
 * `vi.restoreAllMocks`.
 */
export async function listenForSync(folder: string): Promise<readonly number[]> {
  const probe = await fsp.open(folder);
  const handles: { sync: () => Promise<void> } = Object.getPrototypeOf(probe);
  await probe.close();
  const synced: number[] = [];
  const { sync } = handles;
  vi.spyOn(handles, 'sync').mockImplementation(async function (this: fsp.FileHandle) {
    await sync.call(this);
    synced.push((await this.stat()).ino);
  });
  return synced;
}
