import { HostError } from '../../shared/contract/errors.ts';
import { openDialog } from './dialogs.ts';

/** Says why something that was asked for was not done, and what to do. */
export function showProblem(error: unknown): void {
  const known = error instanceof HostError;
  openDialog({
    kind: 'problem',
    sentence: known ? error.sentence : 'Debrief could not do that.',
    next: known ? error.next : 'Nothing was changed. Try again.',
  });
}
