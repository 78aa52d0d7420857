import type { Answer } from '../../shared/contract/calls.ts';

/** What a call of a window was answered. Throws its sentence when it was refused. */
export const answerValue = (answer: Answer): Record<string, unknown> => {
  if (!answer.ok) throw new Error(answer.error.sentence);
  return answer.value as Record<string, unknown>;
};
