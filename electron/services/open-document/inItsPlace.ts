import { HostError } from '../../../shared/contract/errors.ts';
import { errorCode, NoFile } from '../../storage/fileSystem.ts';

export const GO_ON_IN_COPY = 'Put this file back, or go on in the copy.';

/**
 * What was put in place of an open file, where that is why it could not be read; null for a trouble of the disk. It
 * was a postmortem a moment ago: that one is looked for, and not this one's program.
 */
export function inItsPlace(error: unknown): HostError | null {
  if (error instanceof NoFile || errorCode(error) === 'EISDIR') return replaced(NO_POSTMORTEM, error);
  if (!(error instanceof HostError)) return null;
  // A HostError that stands for what the disk threw.
  if (!(error.cause instanceof HostError) && errorCode(error.cause) !== '') return inItsPlace(error.cause);
  if (error.code === 'newer-version') return newerFormat();
  const isForeign = error.code === 'foreign-file';
  return replaced(
    isForeign ? NO_POSTMORTEM : `The file was changed, and cannot be read now: ${error.sentence}`,
    error,
  );
}

const NO_POSTMORTEM = 'Something that is no postmortem was put in place of this file.';

const replaced = (sentence: string, cause: unknown): HostError =>
  new HostError({ code: 'file-replaced', sentence, next: GO_ON_IN_COPY }, { cause });

export const newerFormat = (): HostError =>
  new HostError({
    code: 'newer-version',
    sentence: 'A newer Debrief has written this file.',
    next: 'Update Debrief, or go on in the copy.',
  });
