export const ACTION_STATUSES = ['open', 'in-progress', 'done', 'dropped'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/**
 * The status that an action item's attribute says: open for none, and one of ours however an import spelled
 * it, `Done` or `in progress`; null for an import's own words.
 */
export function actionStatusOf(status: unknown): ActionStatus | null {
  if (typeof status !== 'string' || status === '') return 'open';
  const spelled = status.toLowerCase().replace(/[\s_-]+/g, '-');
  return ACTION_STATUSES.find((known) => known === spelled) ?? null;
}
