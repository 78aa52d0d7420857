import { HostError, type HostErrorValue } from '../../shared/contract/errors.ts';
import { errorCode } from './fileSystem.ts';

/**
 * What a failed reading means for the person who named the file. `name` is the file, as the sentence shows it.
 * Never holds document text; a HostError stays as it is.
 */
export function readTrouble(cause: unknown, name: string): HostError {
  if (cause instanceof HostError) return cause;
  return new HostError(troubleOf(errorCode(cause), name), { cause });
}

export const isFolder = (name: string): HostError =>
  new HostError({ code: 'bad-argument', sentence: `${name} is a folder.`, next: 'Name a file in it.' });

/** A pipe, a socket or a device: reading it might never end. */
export const isNoFile = (name: string): HostError =>
  new HostError({ code: 'bad-argument', sentence: `${name} is no file.`, next: 'Name a file.' });

function troubleOf(code: string, name: string): HostErrorValue {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'not-found', sentence: `There is no file ${name}.`, next: 'Check its name and folder.' };
    case 'EISDIR':
      return isFolder(name).value();
    case 'EFTYPE':
      return isNoFile(name).value();
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'no-permission',
        sentence: `You have no permission to read ${name}.`,
        next: 'Ask its owner, or change its permissions.',
      };
    case 'ELOOP':
      return {
        code: 'bad-argument',
        sentence: `${name} is a link that leads back to itself.`,
        next: 'Choose another file.',
      };
    case 'ENAMETOOLONG':
      return { code: 'bad-argument', sentence: 'The name of the file is too long.', next: 'Check it.' };
    case 'EMFILE':
    case 'ENFILE':
      return {
        code: 'internal',
        sentence: 'Too many files are open.',
        next: 'Close some programs, then try again.',
      };
    default:
      return {
        code: 'internal',
        sentence: `${name} could not be read${code === '' ? '' : ` (${code})`}.`,
        next: 'Check the disk, then try again.',
      };
  }
}
