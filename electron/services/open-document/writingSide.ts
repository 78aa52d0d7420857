import { CopyBeside } from './copyBeside.ts';
import { DiskSide, type DiskSideParts } from './diskSide.ts';
import { selfOf } from './enterFile.ts';
import type { OpenRequest } from './openDocumentTypes.ts';
import { OutsideChange } from './outsideChange.ts';
import { Saving, type SavingListener } from './saving.ts';
import type { Surroundings } from './surroundings.ts';

/** What an open document has when it may write its file. */
export interface WritingSide {
  readonly disk: DiskSide;
  readonly saving: Saving;
}

/** Puts the parts of writing one file together. Does nothing to the disk yet. */
export function writingSide(
  request: OpenRequest,
  parts: DiskSideParts,
  surroundings: Surroundings,
  listener: SavingListener,
): WritingSide {
  const { fs, replica, held } = parts;
  const { documentId } = held.file.header;
  const { realPath } = held.file;
  const disk = new DiskSide(parts);
  const outside = new OutsideChange(request, replica, disk, listener);
  const claimName = surroundings.claim;
  const self = selfOf(request);
  const beside = new CopyBeside({ fs, realPath, documentId, replica, claimName, self });
  return { disk, saving: new Saving({ replica, disk, outside, beside }, surroundings, listener) };
}
