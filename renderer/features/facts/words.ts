import type { TemplateName } from '../../../shared/document/about.ts';
import type { Severity } from '../../../shared/document/facts.ts';

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
