import { HostError, type HostErrorValue } from '../../shared/contract/errors.ts';
import { errorCode } from './fileSystem.ts';

const value = (code: HostErrorValue['code'], sentence: string, next: string): HostErrorValue => ({
  code,
  sentence,
  next,
});

/** What a failed operation on a disk means for the person at it. Never holds document text or a path. */
export function diskTrouble(error: unknown): HostErrorValue {
  if (error instanceof HostError) return error.value();
  const code = errorCode(error) || (error instanceof Error ? errorCode(error.cause) : '');
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return value('disk-full', 'The disk is full.', 'Free some space; saving resumes by itself.');
    case 'EACCES':
    case 'EPERM':
      return value(
        'no-permission',
        'You have no permission to write this file.',
        'Change its permissions or save a copy elsewhere.',
      );
    case 'EROFS':
      return value('no-permission', 'The disk is read-only.', 'Make it writable or save a copy elsewhere.');
    case 'ENOENT':
    case 'ENOTDIR':
      return value(
        'file-gone',
        'The file was deleted or moved.',
        'Put it back, or press Retry to write it again here.',
      );
    case 'EBUSY':
    case 'ETXTBSY':
      return value(
        'in-use',
        'Another program is using the file.',
        'Close it there; saving resumes by itself.',
      );
    case 'EMFILE':
    case 'ENFILE':
      return value('internal', 'Too many files are open.', 'Close some programs; saving resumes by itself.');
    case 'EISDIR':
      return value('foreign-file', 'This is a folder.', 'Choose a file.');
    case 'EFTYPE':
      return value('foreign-file', 'There is no file, but something else.', 'Choose another place.');
    case 'ELOOP':
      return value('bad-argument', 'This is a link that leads back to itself.', 'Choose another file.');
    case 'ENAMETOOLONG':
      return value('bad-argument', 'The name of the file is too long.', 'Choose a shorter name.');
    default:
      return value(
        'internal',
        `The disk refused the write${code === '' ? '' : ` (${code})`}.`,
        'Check the disk; saving resumes by itself.',
      );
  }
}
