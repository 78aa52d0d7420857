import { createHash } from 'node:crypto';
import { open, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { HostError } from '../../../shared/contract/errors.ts';
import { diskTrouble } from '../../storage/diskTrouble.ts';
import { ensureFolder } from '../../storage/ensureFolder.ts';
import { MAGIC } from '../../storage/format/header.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { placeNewFile } from '../../storage/placeNewFile.ts';
import { rewriteFile } from '../../storage/rewriteFile.ts';
import type { StoredImage } from '../open-document/index.ts';
import { assetName, assetsFolderName } from './assetNames.ts';

/** What an export consists of. */
export interface ExportedFile {
  readonly content: Uint8Array;
  /** Pictures that go beside it, by SHA-256 of their bytes. */
  readonly pictures: ReadonlyMap<string, StoredImage>;
}

/**
 * Puts an export on the disk: its pictures first, then the file itself, each written beside its place and
 * renamed. What was there before is replaced whole or not at all; where it is to be `new`, never.
 *
 * @throws HostError `cancelled`, or what the disk refused; NameTaken for a `new` one where something is
 */
export async function writeExport(
  path: string,
  file: ExportedFile,
  signal: AbortSignal,
  how: 'replaces' | 'new' = 'replaces',
): Promise<void> {
  try {
    const place = await placeOf(path);
    if (file.pictures.size > 0) await writePictures(path, file.pictures, signal);
    throwIfCancelled(signal);
    if (how === 'new') await placeNewFile(nodeFileSystem, path, file.content);
    else await writeOne(place, file.content, signal);
  } catch (error) {
    throw error instanceof HostError ? error : new HostError(writeTrouble(error), { cause: error });
  }
}

/**
 * The file behind a link, so that the link stays one; a device, a folder or a postmortem is never replaced.
 *
 * @throws HostError `bad-argument`
 */
async function placeOf(path: string): Promise<string> {
  const there = await stat(path).catch(() => null);
  if (
    extname(path).toLowerCase() === '.debrief' ||
    (there?.isFile() === true && (await isPostmortem(path)))
  ) {
    throw new HostError({
      code: 'bad-argument',
      sentence: `${path} is the place of a postmortem; an export never replaces one.`,
      next: 'Name another file.',
    });
  }
  if (there === null) return path;
  if (there.isFile()) return realpath(path);
  throw new HostError({
    code: 'bad-argument',
    sentence: `${path} is no file that could be replaced.`,
    next: 'Name a file.',
  });
}

/** Whatever its name: what begins like a Debrief file is one, damaged or not. */
async function isPostmortem(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
    return buffer.equals(MAGIC);
  } finally {
    await file.close();
  }
}

async function writePictures(
  path: string,
  pictures: ReadonlyMap<string, StoredImage>,
  signal: AbortSignal,
): Promise<void> {
  const folder = join(dirname(path), assetsFolderName(path));
  await ensureFolder(nodeFileSystem, folder);
  for (const [hash, { bytes, mediaType }] of pictures) {
    const place = join(folder, assetName(hash, mediaType));
    if (!(await isThere(place, hash))) await writeOne(place, bytes, signal);
  }
}

async function isThere(path: string, hash: string): Promise<boolean> {
  try {
    // Reading a pipe would not end.
    if (!(await stat(path)).isFile()) return false;
    return (
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex') === hash
    );
  } catch {
    return false;
  }
}

const writeOne = (path: string, bytes: Uint8Array, signal: AbortSignal): Promise<void> =>
  rewriteFile(nodeFileSystem, path, bytes, undefined, async () => throwIfCancelled(signal));

/** @throws HostError `cancelled` */
export function throwIfCancelled(signal: AbortSignal): void {
  if (!signal.aborted) return;
  throw new HostError({
    code: 'cancelled',
    sentence: 'The export was cancelled.',
    next: 'Nothing was written.',
  });
}

/** What the disk refused, in words for an export: nothing is saved again by itself here. */
function writeTrouble(error: unknown) {
  const { code, sentence } = diskTrouble(error);
  // What is gone here is no file of the person's: there is none yet.
  const why = code === 'file-gone' ? 'No file can be made there.' : sentence;
  return {
    code,
    sentence: `The export was not written. ${why}`,
    next: 'Choose another place, or try again.',
  };
}
