import { DebriefFile } from './debriefFile.ts';
import type { FileSystem } from './fileSystem.ts';
import type { Damage } from './format/scanRecords.ts';
import { type FileContents, readContents } from './readFile.ts';
import { type Replayed, replay } from './replay.ts';
import type { Vet } from './vet.ts';

/** A file that was read whole and is still open. */
export interface FileInUse {
  readonly file: DebriefFile;
  readonly contents: FileContents;
  readonly replayed: Replayed;
  /** Everything in it that is not as it was written, but for an unfinished write at its end. */
  readonly damage: readonly Damage[];
}

/**
 * Opens and reads the file at `path`; changes nothing. Throws HostError when it is none that can be read, and
 * what the disk threw. Without `vet` the file is trusted: this device made it.
 */
export async function readForUse(
  fs: FileSystem,
  path: string,
  how: 'append' | 'read',
  vet?: Vet,
): Promise<FileInUse> {
  const realPath = await fs.realPath(path);
  const handle = await fs.open(path, how);
  try {
    const contents = await readContents(handle, vet && ((file) => vet({ ...file, realPath })));
    const replayed = replay(contents.scan.records);
    return {
      file: new DebriefFile({ fs, path, realPath, handle, how, contents }),
      contents,
      replayed,
      damage: [...contents.scan.damage, ...replayed.damage],
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}
