import { formatDuration, formatHoursMinutes } from '../time/durations.ts';
import { formatClock } from '../time/formatInstant.ts';
import type { CustomerImpact } from '../time/incidentMetrics.ts';
import type { Facts } from './facts.ts';

/** The minutes of a stated impact; null where none is stated, or in words: an import may bring some. */
export const statedMinutes = (stated: string | null): number | null =>
  stated !== null && /^\d+$/.test(stated) ? Number(stated) : null;

/** A stated impact as its field shows it: `HH:MM`, or its words. */
export function statedText(stated: string): string {
  const minutes = statedMinutes(stated);
  return minutes === null ? stated : formatHoursMinutes(minutes);
}

/** The customer-visible impact in words, and whether a person or the timeline says so; null where neither does. */
export function impactWords({ statedImpact }: Facts, impact: CustomerImpact): string | null {
  const stated = statedMinutes(statedImpact);
  if (statedImpact !== null)
    return `${stated === null ? statedImpact : formatDuration(stated)}, stated by hand`;
  if (impact.minutes === null || impact.from === null || impact.to === null) return null;
  const ended = impact.endedBy === 'mitigated' ? ' (to Mitigated)' : '';
  return `${impact.about ? '~' : ''}${formatDuration(impact.minutes)}, ${formatClock(impact.from)} to ${formatClock(impact.to)} UTC${ended}`;
}
