import type { MilestoneKey } from '../../../../shared/schema/milestones.ts';

/** A row that most incidents have. It is offered, and becomes content only when someone adds it. */
export interface Suggestion {
  /** What the row is about. */
  readonly label: string;
  /** What is put in to be finished. */
  readonly start: string;
  readonly milestone?: MilestoneKey;
}

/** The example rows of the template, in its order. */
export const SUGGESTIONS: readonly Suggestion[] = [
  { label: 'First alert: what fired, who saw it', start: '', milestone: 'firstAlert' },
  { label: 'Page sent: to whom', start: 'Page sent to ' },
  { label: 'Primary on-call acknowledges', start: 'Primary on-call acknowledges', milestone: 'acknowledged' },
  { label: 'Runbook opened: which one', start: 'Opened the runbook ' },
  { label: 'Check: what it showed, pass or fail', start: 'Checked ' },
  { label: 'Diagnosis: what decided the next step', start: 'Diagnosis: ' },
  { label: 'Escalation: to whom and why', start: 'Escalated to ' },
  {
    label: 'Commander named, war room opened',
    start: 'Incident commander is ',
    milestone: 'commanderNamed',
  },
  { label: 'First status-page update', start: 'Status page: first update. ' },
  { label: 'Mitigation: what was tried, what came of it', start: 'Mitigation tried: ' },
  { label: 'Another mitigation and what came of it', start: 'Then tried ' },
  { label: 'Root cause found, as a working hypothesis', start: 'Working hypothesis: ' },
  {
    label: 'Customers no longer affected',
    start: 'Customers no longer affected: metrics are back to normal',
    milestone: 'impactEnded',
  },
  { label: 'Status page: monitoring', start: 'Status page: monitoring' },
  {
    label: 'Status page: resolved',
    start: 'Status page: resolved, after 15 minutes without errors',
    milestone: 'resolved',
  },
  { label: 'All-clear by the commander', start: 'Commander gives the all-clear', milestone: 'allClear' },
  { label: 'Channel closed, timeline complete', start: 'Incident channel closed, timeline complete' },
];
