import type { Element } from 'hast';
import type { PostmortemStatus } from '../document/about.ts';
import type { Facts } from '../document/facts.ts';
import { impactWords } from '../document/impactWords.ts';
import { formatInstant } from '../time/formatInstant.ts';
import type { CustomerImpact } from '../time/incidentMetrics.ts';
import { element } from './hastElement.ts';

const SEVERITY_WORDS: Readonly<Record<string, string>> = {
  P0: 'Critical',
  P1: 'Major',
  P2: 'Minor',
  P3: 'Low',
};

export const STATUS_WORDS: Readonly<Record<PostmortemStatus, string>> = {
  draft: 'Draft',
  'in-review': 'In review',
  published: 'Published',
};

/** The line under the title: severity, status, author. */
export function printedStanding(facts: Facts, status: PostmortemStatus): Element {
  const { severity, author } = facts;
  const words = [
    severity === null ? null : (SEVERITY_WORDS[severity] ?? null),
    STATUS_WORDS[status],
    author === null ? null : `Author ${author}`,
  ].filter((part) => part !== null);
  return element('p', 'sub', severity === null ? null : element('b', null, severity), words.join('  ·  '));
}

/** The facts in two columns; what nobody filled in is left out. */
export function printedFacts(facts: Facts, impact: CustomerImpact): Element {
  const minute = (value: string | null): string | null =>
    value === null ? null : `${formatInstant(value)} UTC`;
  const lines: readonly (readonly [name: string, value: string | null, wide?: true])[] = [
    ['Incident ID', facts.incidentId],
    ['Severity', facts.severity],
    ['First alert', minute(facts.firstAlert)],
    ['All-clear', minute(facts.allClear)],
    ['Customer impact', impactWords(facts, impact), true],
    ['Tenants', joined(facts.tenants), true],
    ['Regions', joined(facts.regions)],
    ['Services', joined(facts.services)],
    ['Detected by', facts.detection],
    ['Commander', [facts.commander, facts.commanderTeam].filter((part) => part !== null).join(', ') || null],
    ['On-call primary', facts.primary],
    ['On-call secondary', facts.secondary],
    ['Recorder', facts.recorder],
    ['Author', facts.author],
  ];
  return element(
    'dl',
    'facts',
    lines.flatMap(([name, value, wide]) =>
      value === null
        ? []
        : [element('div', wide ? 'w' : null, element('dt', null, name), element('dd', null, value))],
    ),
  );
}

const joined = (members: readonly string[]): string | null =>
  members.length === 0 ? null : members.join(', ');
