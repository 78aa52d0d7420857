import type { Facts } from '../../../shared/document/facts.ts';
import { statedText } from '../../../shared/document/impactWords.ts';
import { formatInstant } from '../../../shared/time/formatInstant.ts';

/** A fact of the header, as its control shows it. */
export interface FactValue {
  /** What the control is called for assistive technology. */
  readonly label: string;
  readonly words: string;
}

/** The facts in the order of the header; those that are not filled in have no words. */
export function factValues(facts: Facts): readonly FactValue[] {
  const { firstAlert, allClear, statedImpact } = facts;
  const values: readonly (readonly [string, string | null])[] = [
    ['Title', facts.title],
    ['Incident ID', facts.incidentId],
    ['Severity', facts.severity],
    ['First alert', firstAlert === null ? null : formatInstant(firstAlert)],
    ['All-clear', allClear === null ? null : formatInstant(allClear)],
    ['Customer-visible impact, hours and minutes', statedImpact === null ? null : statedText(statedImpact)],
    ['Tenants', facts.tenants.join(', ')],
    ['Regions', facts.regions.join(', ')],
    ['Services', facts.services.join(', ')],
    ['Detected by', facts.detection],
    ['Incident commander', facts.commander],
    ["The commander's team", facts.commanderTeam],
    ['On-call primary', facts.primary],
    ['On-call secondary', facts.secondary],
    ['Recorder', facts.recorder],
    ['Author', facts.author],
  ];
  return values.map(([label, words]) => ({ label, words: words ?? '' }));
}
