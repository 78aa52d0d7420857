import type { HeldFile } from '../../storage/heldFile.ts';
import { CopyBeside } from './copyBeside.ts';
import { DiskSide, type DiskSideParts } from './diskSide.ts';
import { selfOf, vetOf } from './enterFile.ts';
import type { HostReplica } from './hostReplica.ts';
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
  const { replica, held } = parts;
  const disk = new DiskSide(parts);
  const outside = new OutsideChange(request, replica, disk, listener);
  const beside = copyBeside(request, replica, held, surroundings);
  return { disk, saving: new Saving({ replica, disk, outside, beside }, surroundings, listener) };
}

/** The copy of a document beside the file that is held, should that not take it any more. */
export function copyBeside(
  request: OpenRequest,
  replica: HostReplica,
  { file: { realPath, header } }: HeldFile,
  { claim }: Surroundings,
): CopyBeside {
  const { fs } = request;
  const { documentId } = header;
  const [self, vet] = [selfOf(request), vetOf(request)];
  return new CopyBeside({ fs, realPath, documentId, replica, claimName: claim, self, vet });
}
