/** What other teams call the fields, in lower case; ours are in shared/document/fields.ts. */
const FIELD_WORDS: Readonly<Record<string, readonly string[]>> = {
  customers: [
    'customers affected',
    'affected customers',
    'number of affected customers',
    'customers impacted',
    'impacted customers',
    'users affected',
    'affected users',
    'number of users affected',
    'users impacted',
  ],
  tenants: ['tenants affected', 'affected tenants'],
  revenue: ['revenue', 'revenue loss', 'financial impact', 'financial loss'],
  data: ['data loss', 'data integrity'],
  slo: ['sla impact', 'slo', 'sla', 'error budget', 'error budget consumed'],
  statusPage: ['status page', 'status page entry', 'status-page'],
  runbooks: ['runbook', 'runbooks', 'runbooks used'],
  dashboards: ['dashboard', 'dashboards'],
  alerts: ['alert', 'alerts'],
  page: ['pagerduty', 'page', 'incident in pagerduty'],
  channel: ['slack channel', 'incident channel', 'channel'],
  recording: ['recording', 'call recording'],
  commits: ['commits', 'prs', 'pull requests', 'related prs'],
};

/** The field that a label of somebody else's means, or null. */
export const fieldOfWords = (label: string): string | null =>
  Object.entries(FIELD_WORDS).find(([, words]) => words.includes(label.toLowerCase()))?.[0] ?? null;
