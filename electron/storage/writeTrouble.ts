import { HostError, type HostErrorCode, type HostErrorValue } from '../../shared/contract/errors.ts';
import { diskTrouble } from './diskTrouble.ts';

const NEXT: Partial<Record<HostErrorCode, string>> = {
  'disk-full': 'Free some space, then try again.',
  'no-permission': 'Change its permissions, or choose another place.',
  'in-use': 'Close it there, then try again.',
  internal: 'Check the disk, then try again.',
};

const FOLDER_GONE: HostErrorValue = {
  code: 'not-found',
  sentence: 'The folder for it is not there.',
  next: 'Make it first, or choose another place.',
};

/**
 * What the failure of a write means that was asked for once, such as a new file: unlike the saving of an open
 * document ({@link diskTrouble}), nothing tries it again by itself. A HostError stays as it is.
 */
export function writeTrouble(cause: unknown): HostError {
  if (cause instanceof HostError) return cause;
  const trouble = diskTrouble(cause);
  if (trouble.code === 'file-gone') return new HostError(FOLDER_GONE, { cause });
  return new HostError({ ...trouble, next: NEXT[trouble.code] ?? trouble.next }, { cause });
}
