import { basename } from 'node:path';
import { HostError } from '../../../shared/contract/errors.ts';
import type { Holder } from '../../storage/claimSocket.ts';
import type { DebriefFile } from '../../storage/debriefFile.ts';
import { diskTrouble } from '../../storage/diskTrouble.ts';
import { errorCode, type FileSystem } from '../../storage/fileSystem.ts';
import { placeOf } from '../../storage/placeOf.ts';
import { type FileInUse, type FilePlace, readAtPlace } from '../../storage/readForUse.ts';
import { readTrouble } from '../../storage/readTrouble.ts';
import { type Vet, vetForeign } from '../../storage/vet.ts';
import { type ClaimName, type ClaimOutcome, WriterClaim } from '../../storage/writerClaim.ts';
import type { OpenRequest } from './openDocumentTypes.ts';

/** A file that was read, to be written when there is a claim; else `reason` says why not. */
export type Entered =
  | { readonly inUse: FileInUse; readonly claim: WriterClaim }
  | {
      readonly inUse: FileInUse;
      readonly claim: null;
      readonly reason: HostError;
      /** Who writes the file, when that is why. */
      readonly heldBy: Holder | null;
    };

/** A file that is replaced again and again: the first look after opening sees what became of it. */
const ATTEMPTS = 5;

/** What this process answers to another that wants the same file. */
export const selfOf = ({ label = 'Debrief', address }: Pick<OpenRequest, 'label' | 'address'>): Holder => ({
  pid: process.pid,
  label,
  address: address ?? null,
});

/** How a file is vetted that is opened like this; undefined when everything is trusted. */
export const vetOf = ({ fs, dataFolder, tryUpdates }: OpenRequest): Vet | undefined =>
  tryUpdates && vetForeign(fs, dataFolder, tryUpdates);

/**
 * Opens a file for writing, or for reading where that is not possible. `last` is where the path led before, if it
 * was open. Throws HostError.
 */
export async function enterFile(
  request: OpenRequest,
  claimName: ClaimName,
  vet: Vet | undefined,
  last?: string,
): Promise<Entered> {
  const { fs, path } = request;
  const self = selfOf(request);
  try {
    for (let attempts = 1; ; attempts++) {
      const realPath = await placeOf(fs, path, last ?? path);
      const place = { path, realPath };
      const { identity } = await fs.stat(realPath);
      const outcome = await WriterClaim.of(claimName, self, realPath, identity);
      if (outcome.kind === 'held') {
        return {
          inUse: await readAtPlace(fs, place, 'read', vet),
          claim: null,
          reason: inUseBy(outcome.holder),
          heldBy: outcome.holder,
        };
      }
      const entered = await enterClaimed(fs, place, outcome.claim, vet);
      if (entered.claim === null || entered.inUse.file.identity === identity) return entered;
      if (attempts === ATTEMPTS) return entered;
      // It was replaced between the look and the claim: what is claimed is not what is there.
      await entered.inUse.file.close();
      await entered.claim.release();
    }
  } catch (error) {
    throw readTrouble(error, basename(path));
  }
}

/** Claims a file that is gone, by its path without symbolic links and by what it was; or says who holds either. */
export function claimGone(
  request: OpenRequest,
  claimName: ClaimName,
  { realPath, identity }: Pick<DebriefFile, 'realPath' | 'identity'>,
): Promise<ClaimOutcome> {
  return WriterClaim.of(claimName, selfOf(request), realPath, identity);
}

async function enterClaimed(
  fs: FileSystem,
  place: FilePlace,
  claim: WriterClaim,
  vet: Vet | undefined,
): Promise<Entered> {
  try {
    return { inUse: await readAtPlace(fs, place, 'append', vet), claim };
  } catch (error) {
    await claim.release();
    if (!['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error))) throw error;
    return {
      inUse: await readAtPlace(fs, place, 'read', vet),
      claim: null,
      reason: new HostError(diskTrouble(error)),
      heldBy: null,
    };
  }
}

export const inUseBy = ({ label, pid }: Holder): HostError =>
  new HostError({
    code: 'in-use',
    sentence: `The file is open in ${label}${pid === 0 ? '' : ` (process ${pid})`}. Its changes appear here.`,
    next: 'Close it there, then press Retry to write here.',
  });
