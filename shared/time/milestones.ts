import { MILESTONE_KEYS, type MilestoneKey } from '../schema/milestones.ts';
import { secondsOf } from './instant.ts';
import { instantOfRow, type RowTime } from './rowTime.ts';

const LABELS: Readonly<Record<MilestoneKey, string>> = {
  impactStarts: 'Impact starts',
  firstAlert: 'First alert',
  acknowledged: 'Acknowledged',
  commanderNamed: 'Commander named',
  mitigated: 'Mitigated',
  impactEnded: 'Impact ended',
  resolved: 'Resolved',
  allClear: 'All-clear',
};

/** The milestones with their labels, in the order in which an incident usually passes them. */
export const MILESTONES: readonly { readonly key: MilestoneKey; readonly label: string }[] =
  MILESTONE_KEYS.map((key) => ({ key, label: LABELS[key] }));

export const milestoneLabel = (key: MilestoneKey): string => LABELS[key];

/** A timeline row as far as its milestones go. */
export interface MilestoneRow {
  readonly time: RowTime;
  readonly milestones: readonly MilestoneKey[];
}

/** When a milestone was passed, as an instant in UTC. */
export interface MilestoneTime {
  readonly instant: string;
  readonly about: boolean;
}

/** What ends something counts when it happens for the last time: a fix that did not hold was not the end. */
const LAST_COUNTS: ReadonlySet<MilestoneKey> = new Set(['mitigated', 'impactEnded', 'resolved', 'allClear']);

/**
 * TM-23: when a milestone was passed, or null where no row with it has an instant. Marked on several rows,
 * the earliest counts, but of Mitigated, Impact ended, Resolved and All-clear the latest. A range counts
 * with its start.
 */
export function milestoneTime(rows: readonly MilestoneRow[], key: MilestoneKey): MilestoneTime | null {
  let found: MilestoneTime | null = null;
  for (const { time, milestones } of rows) {
    const instant = milestones.includes(key) ? instantOfRow(time) : null;
    if (instant === null) continue;
    const later = found === null ? 0 : secondsOf(instant) - secondsOf(found.instant);
    const better = LAST_COUNTS.has(key) ? later > 0 : later < 0;
    if (found === null || better) found = { instant, about: time.precision === 'about' };
  }
  return found;
}
