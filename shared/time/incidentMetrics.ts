import type { MilestoneKey } from '../schema/milestones.ts';
import { secondsOf } from './instant.ts';
import { type MilestoneRow, type MilestoneTime, milestoneTime } from './milestones.ts';

/** A length between two milestones. */
export interface Elapsed {
  /** Whole minutes, cut; below zero where the second came first; null where either is not known. */
  readonly minutes: number | null;
  /** The instants in UTC, each null where it is not known. */
  readonly from: string | null;
  readonly to: string | null;
  /** Either end is only about right. */
  readonly about: boolean;
}

export interface IncidentMetric extends Elapsed {
  readonly key: 'detect' | 'acknowledge' | 'mitigate' | 'resolve';
  readonly label: string;
  readonly fromMilestone: MilestoneKey;
  readonly toMilestone: MilestoneKey;
}

const METRICS = [
  { key: 'detect', label: 'Time to detect', from: 'impactStarts', to: 'firstAlert' },
  { key: 'acknowledge', label: 'Time to acknowledge', from: 'firstAlert', to: 'acknowledged' },
  { key: 'mitigate', label: 'Time to mitigate', from: 'impactStarts', to: 'mitigated' },
  { key: 'resolve', label: 'Time to resolve', from: 'impactStarts', to: 'resolved' },
] as const;

/** TM-23: the four lengths of the metrics strip, in its order. */
export function incidentMetrics(rows: readonly MilestoneRow[]): readonly IncidentMetric[] {
  return METRICS.map(({ key, label, from, to }) => ({
    key,
    label,
    fromMilestone: from,
    toMilestone: to,
    ...elapsed(milestoneTime(rows, from), milestoneTime(rows, to)),
  }));
}

/** TM-24: how long customers felt the incident, and which milestone ended it. */
export interface CustomerImpact extends Elapsed {
  /** Null where no row says when it ended. */
  readonly endedBy: 'impactEnded' | 'mitigated' | null;
}

/** TM-24: from Impact starts to Impact ended, or to Mitigated where no row has Impact ended and an instant. */
export function customerImpact(rows: readonly MilestoneRow[]): CustomerImpact {
  const ended = milestoneTime(rows, 'impactEnded');
  const mitigated = milestoneTime(rows, 'mitigated');
  const endedBy = ended !== null ? 'impactEnded' : mitigated !== null ? 'mitigated' : null;
  return { ...elapsed(milestoneTime(rows, 'impactStarts'), ended ?? mitigated), endedBy };
}

function elapsed(from: MilestoneTime | null, to: MilestoneTime | null): Elapsed {
  return {
    minutes: from === null || to === null ? null : minutesBetween(from.instant, to.instant),
    from: from?.instant ?? null,
    to: to?.instant ?? null,
    about: (from?.about ?? false) || (to?.about ?? false),
  };
}

/** Whole minutes from one instant to another, cut towards zero. */
export function minutesBetween(from: string, to: string): number {
  // Adding 0 turns the -0 of a cut fraction into 0.
  return Math.trunc((secondsOf(to) - secondsOf(from)) / 60) + 0;
}
