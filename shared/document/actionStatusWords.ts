import { type ActionStatus, actionStatusOf } from './actionStatus.ts';

export const ACTION_STATUS_WORDS: Readonly<Record<ActionStatus, string>> = {
  open: 'Open',
  'in-progress': 'In progress',
  done: 'Done',
  dropped: 'Dropped',
};

/** The status of an action item in words; null is open, other words are an import's own. */
export function actionStatusWords(status: string | null): string {
  const known = actionStatusOf(status);
  return known === null ? (status ?? '') : ACTION_STATUS_WORDS[known];
}
