import { basename, dirname, join } from 'node:path';
import { errorCode, type FileIdentity, type FileSystem, NoFile } from './fileSystem.ts';
import type { Permissions } from './permissions.ts';
import { beside, removeFailed, writeNewFile } from './writeNewFile.ts';

/** The rename may have happened, but whether it is on the disk is not known: write anew once more. */
export class RenameUncertain extends Error {
  override readonly name = 'RenameUncertain';
}

/**
 * Puts `bytes` in place of the file at `path`, or where none is: written beside, waited for, renamed, and the
 * name waited for. `beforeRename` is given the new file's identity, and throws to call it off. Until the rename
 * the old file is untouched. Throws {@link RenameUncertain} after it, what the disk threw before it, {@link NoFile}
 * where anything but a file would be replaced. `permissions` as in {@link writeNewFile}.
 */
export async function rewriteFile(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  permissions: Permissions | undefined,
  beforeRename: (identity: FileIdentity) => Promise<void>,
): Promise<void> {
  const temporary = beside(path);
  await writeNewFile(fs, temporary, bytes, permissions);
  try {
    await beforeRename((await fs.stat(temporary)).identity);
    await assertReplaceable(fs, path);
    await fs.rename(temporary, path);
  } catch (error) {
    await removeFailed(fs, temporary);
    throw error;
  }
  try {
    await fs.fsyncDirectory(dirname(path));
  } catch (error) {
    throw new RenameUncertain('the folder could not be written', { cause: error });
  }
}

async function assertReplaceable(fs: FileSystem, path: string): Promise<void> {
  try {
    if (!(await fs.stat(path)).isFile) throw new NoFile(`${path} is no file`);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

/**
 * Removes what an interrupted {@link rewriteFile} left beside `path`. It held nothing that was acknowledged.
 * Call it only while no other process writes the file.
 */
export async function removeLeftovers(fs: FileSystem, path: string): Promise<void> {
  const start = `.${basename(path)}.`;
  for (const name of await fs.readdir(dirname(path))) {
    if (!name.startsWith(start) || !/^[0-9a-f]{12}\.new$/.test(name.slice(start.length))) continue;
    try {
      await fs.unlink(join(dirname(path), name));
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
    }
  }
}
