import type * as Y from 'yjs';
import { type Facts, SET_FACTS, TEXT_FACTS } from '../../../shared/document/facts.ts';
import { impactWords } from '../../../shared/document/impactWords.ts';
import { factsOf } from '../../../shared/document/layout.ts';
import { toldTenants } from '../../../shared/document/toldTenants.ts';
import { formatInstant } from '../../../shared/time/formatInstant.ts';
import type { CustomerImpact } from '../../../shared/time/incidentMetrics.ts';

type FactLine = readonly [name: string, words: string];

/**
 * The facts that are filled in as names and words, in the order of the header; the title apart.
 *
 * @param status the status of the postmortem in words
 * @param impact what the marked rows of the timeline say
 */
export function factLines(facts: Facts, status: string, impact: CustomerImpact): readonly FactLine[] {
  const { commander, commanderTeam } = facts;
  const lines: readonly (readonly [string, string | null])[] = [
    ['Status', status],
    ['Incident ID', facts.incidentId],
    ['Severity', facts.severity],
    ['First alert', minute(facts.firstAlert)],
    ['All-clear', minute(facts.allClear)],
    ['Customer-visible impact', impactWords(facts, impact)],
    ['Tenants', toldTenants(facts).join(', ')],
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

const KNOWN_SETS: readonly string[] = [...SET_FACTS, 'told'];

/** The facts that this version does not know, under the names that they have in the file. */
export const unknownFacts = (doc: Y.Doc): readonly FactLine[] =>
  [...factsOf(doc).entries()].flatMap(([key, value]) => {
    const isKnown =
      (TEXT_FACTS as readonly string[]).includes(key) || KNOWN_SETS.some((set) => key.startsWith(`${set}/`));
    return isKnown || value === '' || value === null || typeof value === 'object'
      ? []
      : [[key, String(value)] as const];
  });
