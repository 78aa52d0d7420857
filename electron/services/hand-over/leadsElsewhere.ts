import type { FileSystem } from '../../storage/fileSystem.ts';
import { placeOf } from '../../storage/placeOf.ts';
import type { OwnDocument } from '../open-document/index.ts';
import type { HandOverLink } from './handOverLink.ts';

/** Whether a link was turned, and the holder's path leads to another file than the one of this document. */
export async function leadsElsewhere(
  fs: FileSystem,
  { path, realPath }: OwnDocument,
  link: HandOverLink,
): Promise<boolean> {
  try {
    const here = await placeOf(fs, path, realPath);
    return here !== (await placeOf(fs, link.holderPath, link.realPath));
  } catch {
    // Where a path leads that cannot be followed just now is not known: the holder says what became of its file.
    return false;
  }
}
