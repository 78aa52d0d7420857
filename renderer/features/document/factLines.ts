import type { Facts } from '../../../shared/document/facts.ts';
import { formatDuration } from '../../../shared/time/durations.ts';
import { formatInstant } from '../../../shared/time/formatInstant.ts';

/** The facts that are filled in as names and words, in the order of the header; the title apart. */
export function factLines(facts: Facts): readonly (readonly [name: string, words: string])[] {
  const { commander, commanderTeam, statedImpact } = facts;
  const lines: readonly (readonly [string, string | null])[] = [
    ['Incident ID', facts.incidentId],
    ['Severity', facts.severity],
    ['First alert', minute(facts.firstAlert)],
    ['All-clear', minute(facts.allClear)],
    [
      'Customer-visible impact',
      statedImpact === null ? null : `${formatDuration(Number(statedImpact))}, stated by hand`,
    ],
    ['Tenants', facts.tenants.join(', ')],
    ['Regions', facts.regions.join(', ')],
    ['Services', facts.services.join(', ')],
    ['Detected by', facts.detection],
    ['Incident commander', [commander, commanderTeam].filter((part) => part !== null).join(' of ')],
    ['On-call primary', facts.primary],
    ['On-call secondary', facts.secondary],
    ['Recorder', facts.recorder],
    ['Author', facts.author],
  ];
  return lines.flatMap(([name, words]) => (words === null || words === '' ? [] : [[name, words] as const]));
}

const minute = (instant: string | null): string | null =>
  instant === null ? null : `${formatInstant(instant)} UTC`;
