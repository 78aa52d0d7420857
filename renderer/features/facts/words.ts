import type { TemplateName } from '../../../shared/document/about.ts';
import type { Severity, TextFact } from '../../../shared/document/facts.ts';

/** What each severity means, in one word beside its badge. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  P0: 'Critical',
  P1: 'Major',
  P2: 'Minor',
  P3: 'Low',
};

export const TEMPLATE_WORDS: Readonly<Record<TemplateName, string>> = {
  full: 'Full template',
  short: 'Short template',
  imported: 'Imported',
};

/** The facts that name a person, and what their fields are called. */
export const PERSON_FACTS: readonly { readonly fact: TextFact; readonly label: string }[] = [
  { fact: 'commander', label: 'Incident commander' },
  { fact: 'primary', label: 'On-call primary' },
  { fact: 'secondary', label: 'On-call secondary' },
  { fact: 'recorder', label: 'Recorder' },
  { fact: 'author', label: 'Author' },
];
