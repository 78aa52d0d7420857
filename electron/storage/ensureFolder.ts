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

/** Makes a folder whose parent is there, if it is not there itself. */
async function makeFolder(fs: FileSystem, folder: string): Promise<void> {
  try {
    await fs.mkdir(folder);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return;
    throw error;
  }
  try {
    await fs.fsyncDirectory(dirname(folder));
  } catch (error) {
    await removeUnsafe(fs, folder);
    throw error;
  }
}

/**
 * Makes a folder and those above it where they are missing; their names are on the disk when it resolves. Throws
 * what the disk threw, ENOENT where one above is a drive or a link to a disk that was taken out.
 */
export async function ensureFolder(fs: FileSystem, folder: string): Promise<void> {
  try {
    await makeFolder(fs, folder);
  } catch (error) {
    const above = dirname(folder);
    if (errorCode(error) !== 'ENOENT' || above === folder) throw error;
    await ensureFolder(fs, above);
    await makeFolder(fs, folder);
  }
}
