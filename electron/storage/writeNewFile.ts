import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { FileSystem } from './fileSystem.ts';
import { writeWhole } from './writeWhole.ts';

/** A new name beside `path` for what is not whole yet (FF-22). */
export const beside = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.new`);

/**
 * Writes `bytes` to a new file at `path` and waits for the disk; the name is not safe yet. Throws EEXIST when
 * there is a file; tries to leave none behind when it fails. `mode` is the permission bits, umask or not.
 */
export async function writeNewFile(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  mode?: number,
): Promise<void> {
  const file = await fs.open(path, 'create', mode);
  try {
    if (mode !== undefined) await file.chmod(mode);
    await writeWhole(file, bytes);
    await file.fsync();
  } catch (error) {
    await file.close();
    await removeFailed(fs, path);
    throw error;
  }
  await file.close();
}

/** Removes a file whose writing failed. A disk that refused a write may refuse this too; the first refusal is the one to report. */
export async function removeFailed(fs: FileSystem, path: string): Promise<void> {
  try {
    await fs.unlink(path);
  } catch {
    return;
  }
}
