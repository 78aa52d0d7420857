/** A named field of a section: its label in the document and, where it has some, its choices. */
export interface FieldSpec {
  readonly key: string;
  readonly label: string;
  /** Values of the field's `choice`; own words are allowed where `ownWords` is true. */
  readonly choices?: readonly string[];
  readonly ownWords?: boolean;
  /** What the field's `subject` names, where it has one. */
  readonly subject?: string;
}

export const CUSTOMER_IMPACT_FIELDS: readonly FieldSpec[] = [
  { key: 'customers', label: 'Number of customers affected', choices: ['exact', 'estimate'] },
  { key: 'tenants', label: 'Tenants affected (named)' },
  { key: 'revenue', label: 'Revenue impact' },
  { key: 'data', label: 'Data impact', choices: ['none', 'corrupted', 'lost'] },
  { key: 'slo', label: 'SLO impact' },
  { key: 'statusPage', label: 'Status-page entry' },
  { key: 'artifacts', label: 'Customer-comm artifacts' },
];

/** A contributing factor; its `choice` is its kind. */
export const FACTOR_FIELD: FieldSpec = {
  key: 'factor',
  label: 'Contributing factor',
  choices: ['monitoring', 'runbook', 'communication'],
  ownWords: true,
};

export const NOT_CAUGHT_FIELDS: readonly FieldSpec[] = [
  {
    key: 'alert',
    label: 'The alert that should have caught this',
    subject: 'Alert name',
    choices: ['wrong query', 'wrong threshold', 'wrong service', 'no alert exists'],
    ownWords: true,
  },
  {
    key: 'panel',
    label: 'The dashboard panel that would have shown this',
    subject: 'Panel name',
    choices: ['not in the runbook', "not on the on-call's standard dashboard set"],
    ownWords: true,
  },
  {
    key: 'experiment',
    label: 'The chaos experiment that would have surfaced this',
    subject: 'Experiment name',
    choices: ['not in the workflow', 'scope too narrow'],
    ownWords: true,
  },
];

export const RELATED_ARTEFACT_FIELDS: readonly FieldSpec[] = [
  { key: 'runbooks', label: 'Runbooks consulted' },
  { key: 'dashboards', label: 'Dashboards consulted' },
  { key: 'alerts', label: 'Alerts that fired' },
  { key: 'page', label: 'PagerDuty incident' },
  { key: 'channel', label: 'Incident Slack channel' },
  { key: 'recording', label: 'War-room Zoom recording' },
  { key: 'commits', label: 'Commits / PRs related' },
  { key: 'experiments', label: 'Chaos experiments related' },
];

export const CUSTOMER_COMMUNICATION_FIELDS: readonly FieldSpec[] = [
  { key: 'statusInitial', label: 'Status page: initial entry' },
  { key: 'statusUpdates', label: 'Status page: updates' },
  { key: 'statusResolution', label: 'Status page: resolution' },
  { key: 'emailDraft', label: 'Email to affected tenants: draft' },
  { key: 'emailFinal', label: 'Email to affected tenants: final' },
  { key: 'emailRecipients', label: 'Email to affected tenants: recipients' },
  { key: 'emailSentAt', label: 'Email to affected tenants: sent at (UTC)' },
  { key: 'ticketCount', label: 'Support tickets opened by customers: count' },
  { key: 'ticketIds', label: 'Support tickets opened by customers: IDs' },
  { key: 'publicVersion', label: 'Public-facing postmortem published?', choices: ['yes', 'no'] },
];

export const FIELD_SPECS: readonly FieldSpec[] = [
  ...CUSTOMER_IMPACT_FIELDS,
  FACTOR_FIELD,
  ...NOT_CAUGHT_FIELDS,
  ...RELATED_ARTEFACT_FIELDS,
  ...CUSTOMER_COMMUNICATION_FIELDS,
];

/** The field of that key, or undefined for one that an import or a newer version brought. */
export const fieldSpec = (key: string | null): FieldSpec | undefined =>
  FIELD_SPECS.find((field) => field.key === key);
