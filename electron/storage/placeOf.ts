import { errorCode, type FileSystem } from './fileSystem.ts';

/** A name on the way is missing, is no folder, or is a link that leads back to itself. */
const LEADS_NOWHERE = ['ENOENT', 'ENOTDIR', 'ELOOP'];

/**
 * Where the file is that `path` names: the path without symbolic links. A path that leads nowhere any more, since
 * a link was removed or the file is gone, stands for `last`, where it led before. Throws what else the disk threw.
 */
export async function placeOf(fs: FileSystem, path: string, last: string): Promise<string> {
  try {
    return await fs.realPath(path);
  } catch (error) {
    if (LEADS_NOWHERE.includes(errorCode(error))) return last;
    throw error;
  }
}
