import { HostError } from '../../../shared/contract/errors.ts';
import { FORMAT_VERSION } from '../../storage/format/header.ts';
import { hasText } from '../../storage/format/scanRecords.ts';
import type { FileInUse } from '../../storage/readForUse.ts';

const REPAIR =
  'Press Repair, or run “debrief compact” on it: it is kept aside as it is now, and written anew.';
const LOOK_FOR_COPY =
  'The file is left as it is. Look for a whole copy of it, such as a backup or a duplicate, and put that in its place.';

/** Why a file must never be written by this version, or null. It can be read all the same. */
export function newerWriter({ contents }: FileInUse): HostError | null {
  const { formatVersion } = contents.header;
  if (formatVersion <= FORMAT_VERSION) return null;
  return new HostError({
    code: 'newer-version',
    sentence: `A newer Debrief wrote this file (format ${formatVersion}). It can be read here.`,
    next: 'Update Debrief to edit it.',
  });
}

/** Why a file must not be written before someone has asked for its repair, or null. */
export function damagedBeginning({ damage }: FileInUse): HostError | null {
  if (!damage.some(({ kind }) => kind === 'header')) return null;
  return new HostError({
    code: 'damaged',
    sentence: 'The beginning of this file is damaged. What can still be read is shown.',
    next: REPAIR,
  });
}

/**
 * Why a file without any of its text must not be written before someone has asked for its repair, or null (FF-16).
 * `isKnown`: whether text of the document was had by another way, which the repair would write.
 */
export function cutShort({ contents: { scan }, damage }: FileInUse, isKnown: boolean): HostError | null {
  if (hasText(scan)) return null;
  return new HostError({
    code: 'damaged',
    sentence: `This file ${damage.length > 0 ? 'is damaged' : 'was cut'}: nothing of its text can be read.`,
    next: isKnown ? `What this device has kept of it is shown. ${REPAIR}` : LOOK_FOR_COPY,
  });
}

/** Why a file is not written anew: it would hold nothing. */
export const nothingToWrite = (): HostError =>
  new HostError({
    code: 'damaged',
    sentence: 'Nothing of this file can be read, so it is not written anew.',
    next: LOOK_FOR_COPY,
  });
