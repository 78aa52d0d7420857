import { dirname } from 'node:path';
import { errorCode, type FileSystem } from './fileSystem.ts';

/** A folder that stayed would be taken for safe the next time; made again, its name is written again. */
async function removeUnsafe(fs: FileSystem, folder: string): Promise<void> {
  try {
    await fs.rmdir(folder);
  } catch {
    // The first refusal is the one to report.
  }
}

/** Makes a folder and those above it where they are missing; their names are on the disk when it resolves. */
export async function ensureFolder(fs: FileSystem, folder: string): Promise<void> {
  try {
    await fs.mkdir(folder);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT') throw error;
    await ensureFolder(fs, dirname(folder));
    return ensureFolder(fs, folder);
  }
  try {
    await fs.fsyncDirectory(dirname(folder));
  } catch (error) {
    await removeUnsafe(fs, folder);
    throw error;
  }
}
