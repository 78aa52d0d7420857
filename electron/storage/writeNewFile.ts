import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { FileSystem, OpenFile } from './fileSystem.ts';
import { inAnyGroup, type Permissions } from './permissions.ts';
import { writeWhole } from './writeWhole.ts';

/** A new name beside `path` for what is not whole yet (FF-22). */
export const beside = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.new`);

/**
 * Writes `bytes` to a new file at `path` and waits for the disk; the name is not safe yet. Throws EEXIST when
 * there is a file; tries to leave none behind when it fails. Nobody gets in whom `permissions` keep out: where
 * the file cannot have their group, those of any.
 */
export async function writeNewFile(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  permissions?: Permissions,
): Promise<void> {
  // Until it has its group, it is its owner's alone.
  const file = await fs.open(path, 'create', permissions && permissions.mode & 0o700);
  try {
    if (permissions !== undefined) await permit(file, permissions);
    await writeWhole(file, bytes);
    await file.fsync();
  } catch (error) {
    await file.close();
    await removeFailed(fs, path);
    throw error;
  }
  await file.close();
}

async function permit(file: OpenFile, permissions: Permissions): Promise<void> {
  const hasGroup = await takesGroup(file, permissions.group);
  await file.chmod((hasGroup ? permissions : inAnyGroup(permissions)).mode);
}

async function takesGroup(file: OpenFile, group: number | null): Promise<boolean> {
  if (group === null || (await file.stat()).group === group) return true;
  try {
    await file.chgrp(group);
  } catch {
    return false;
  }
  // Some disks only seem to take it.
  return (await file.stat()).group === group;
}

/** Removes a file whose writing failed. A disk that refused a write may refuse this too; the first refusal is the one to report. */
export async function removeFailed(fs: FileSystem, path: string): Promise<void> {
  try {
    await fs.unlink(path);
  } catch {
    return;
  }
}
