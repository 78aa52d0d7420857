import type { Facts, SetFact, TextFact } from '../../document/facts.ts';

/** A line of the list of facts: what it is called, and which facts it says. */
export interface FactLine {
  readonly key: FactLineKey;
  readonly label: string;
  /** Stands in a list of its own under the line `Date / Time (UTC)`. */
  readonly inDates: boolean;
}

export type FactLineKey = Exclude<TextFact, 'commanderTeam'> | SetFact | 'status';

export const DATES_LABEL = 'Date / Time (UTC)';

const line = (key: FactLineKey, label: string, inDates = false): FactLine => ({ key, label, inDates });

/** The template's list of facts, in its order, and the status behind it. */
export const FACT_LINES: readonly FactLine[] = [
  line('incidentId', 'Incident ID'),
  line('title', 'Title'),
  line('firstAlert', 'First alert', true),
  line('allClear', 'All-clear', true),
  line('statedImpact', 'Duration of customer-visible impact'),
  line('severity', 'Severity'),
  line('tenants', 'Affected tenants'),
  line('regions', 'Affected regions'),
  line('services', 'Affected services'),
  line('detection', 'Detection method'),
  line('commander', 'Incident Commander (IC)'),
  line('primary', 'On-call primary at time of incident'),
  line('secondary', 'On-call secondary at time of incident'),
  line('recorder', 'Recorder (timeline scribe)'),
  line('author', 'Author of this postmortem'),
  line('status', 'Status'),
];

/** No fact known. */
export const NO_FACTS: Facts = {
  incidentId: null,
  title: null,
  severity: null,
  firstAlert: null,
  allClear: null,
  statedImpact: null,
  detection: null,
  commander: null,
  commanderTeam: null,
  primary: null,
  secondary: null,
  recorder: null,
  author: null,
  tenants: [],
  regions: [],
  services: [],
  told: {},
};
