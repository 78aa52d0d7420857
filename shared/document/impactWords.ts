import { formatDuration } from '../time/durations.ts';
import { formatClock } from '../time/formatInstant.ts';
import type { CustomerImpact } from '../time/incidentMetrics.ts';
import type { Facts } from './facts.ts';

/** The customer-visible impact in words, and whether a person or the timeline says so; null where neither does. */
export function impactWords({ statedImpact }: Facts, impact: CustomerImpact): string | null {
  if (statedImpact !== null) return `${formatDuration(Number(statedImpact))}, stated by hand`;
  if (impact.minutes === null || impact.from === null || impact.to === null) return null;
  const ended = impact.endedBy === 'mitigated' ? ' (to Mitigated)' : '';
  return `${impact.about ? '~' : ''}${formatDuration(impact.minutes)}, ${formatClock(impact.from)} to ${formatClock(impact.to)} UTC${ended}`;
}
