import { dirname } from 'node:path';
import { errorCode, type FileSystem } from './fileSystem.ts';

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
  await fs.fsyncDirectory(dirname(folder));
}
