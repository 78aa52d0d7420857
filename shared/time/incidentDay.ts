import type { MilestoneRow } from './milestones.ts';
import { dayOfRow } from './rowTime.ts';

/** The day (`YYYY-MM-DD`) that an incident is named after: of its first alert, else of its first row; null without one. */
export function incidentDay(
  firstAlert: string | null,
  rows: readonly Pick<MilestoneRow, 'time'>[],
): string | null {
  if (firstAlert !== null) return firstAlert.slice(0, 10);
  const [first = null] = rows.flatMap(({ time }) => dayOfRow(time) ?? []).sort();
  return first;
}
