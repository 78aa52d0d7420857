import { DebriefFile } from './debriefFile.ts';
import type { FileSystem } from './fileSystem.ts';
import type { Damage } from './format/scanRecords.ts';
import { type FileContents, readContents } from './readFile.ts';
import { type Replayed, replay } from './replay.ts';
import type { Vet } from './vet.ts';

/** A path as a person names it, and where it leads: the path without symbolic links. */
export interface FilePlace {
  readonly path: string;
  readonly realPath: string;
}

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
  return readAtPlace(fs, { path, realPath: await fs.realPath(path) }, how, vet);
}

/**
 * The same for a path of which it is known where it leads: that file is read, wherever a link leads meanwhile.
 * `expected` as in {@link readContents}.
 */
export async function readAtPlace(
  fs: FileSystem,
  { path, realPath }: FilePlace,
  how: 'append' | 'read',
  vet?: Vet,
  expected?: string,
): Promise<FileInUse> {
  const handle = await fs.open(realPath, how);
  try {
    const contents = await readContents(handle, vet && ((file) => vet({ ...file, realPath })), expected);
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
