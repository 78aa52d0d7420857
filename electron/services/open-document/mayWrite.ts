import { HostError } from '../../../shared/contract/errors.ts';
import { FORMAT_VERSION } from '../../storage/format/header.ts';
import type { FileInUse } from '../../storage/readForUse.ts';

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
    next: 'Press Repair, or run “debrief compact” on it: it is kept aside as it is now, and written anew.',
  });
}
