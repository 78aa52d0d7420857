import { dirname } from 'node:path';
import { HostError } from '../../shared/contract/errors.ts';
import { endsWith } from './fileProof.ts';
import { errorCode, type FileSystem } from './fileSystem.ts';
import type { Permissions } from './permissions.ts';
import { beside, removeFailed, writeNewFile } from './writeNewFile.ts';

/** Something is at the path already, whatever it is. Nothing was changed. */
export class NameTaken extends HostError {
  constructor() {
    super({
      code: 'bad-argument',
      sentence: 'There is a file of this name already.',
      next: 'Choose another name.',
    });
  }
}

/**
 * Makes a file at `path`, where nothing may be, and never replaces anything (FF-29); when it resolves, file and
 * name are on the disk. `permissions` as in {@link writeNewFile}. Throws {@link NameTaken}, and what the disk threw.
 */
export async function placeNewFile(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  permissions?: Permissions,
): Promise<void> {
  if (await isThere(fs, path)) throw new NameTaken();
  if (!(await linkWhole(fs, path, bytes, permissions))) await writeInPlace(fs, path, bytes, permissions);
  try {
    await fs.fsyncDirectory(dirname(path));
  } catch (error) {
    if (await isAsWritten(fs, path, bytes)) await removeFailed(fs, path);
    throw error;
  }
}

/** Whether the file at `path` is what was written there: others may have put theirs in its place, or written to it. */
async function isAsWritten(fs: FileSystem, path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    const file = await fs.open(path, 'read');
    try {
      return await endsWith(file, 0, bytes);
    } finally {
      await file.close();
    }
  } catch {
    // What cannot be looked at is left; the first refusal is the one to report.
    return false;
  }
}

/** Gives a file that is whole its name. False where the disk has no hard links, or no room for the name beside. */
async function linkWhole(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  permissions: Permissions | undefined,
): Promise<boolean> {
  const whole = beside(path);
  try {
    await writeNewFile(fs, whole, bytes, permissions);
  } catch (error) {
    if (errorCode(error) === 'ENAMETOOLONG') return false;
    throw error;
  }
  try {
    await fs.link(whole, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw new NameTaken();
    return false;
  } finally {
    await removeFailed(fs, whole);
  }
}

async function writeInPlace(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  permissions: Permissions | undefined,
): Promise<void> {
  try {
    await writeNewFile(fs, path, bytes, permissions);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw new NameTaken();
    throw error;
  }
}

async function isThere(fs: FileSystem, path: string): Promise<boolean> {
  try {
    await fs.stat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
