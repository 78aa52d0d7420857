import type { FactValue } from '../../editor/find/factValues.ts';

/** The label of the first fact that says something else now; null where all say the same. */
export const changedFact = (before: readonly FactValue[], after: readonly FactValue[]): string | null =>
  after.find(({ words }, index) => words !== before[index]?.words)?.label ?? null;
