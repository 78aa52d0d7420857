import { FACT_LINES, type FactLineKey } from './factLines.ts';
import { FACT_WORDS_ABROAD } from './factWordsAbroad.ts';

/** What other teams call the facts, in lower case; ours are in factLines.ts, those of other languages in factWordsAbroad.ts. */
export const FACT_WORDS: Readonly<Record<FactLineKey, readonly string[]>> = {
  incidentId: [
    'incident id',
    'incident number',
    'incident no',
    'incident #',
    'incident',
    'id',
    'incident key',
  ],
  title: ['title', 'incident title', 'headline'],
  firstAlert: [
    'first alert',
    'start',
    'started',
    'started at',
    'start time',
    'start date',
    'incident start',
    'incident started',
    'began',
    'detected',
    'detected at',
    'time detected',
    'detection time',
  ],
  allClear: [
    'all-clear',
    'all clear',
    'end',
    'ended',
    'ended at',
    'end time',
    'incident end',
    'incident ended',
    'resolved',
    'resolved at',
    'time resolved',
    'resolution time',
  ],
  statedImpact: [
    'duration of customer-visible impact',
    'duration',
    'incident duration',
    'impact duration',
    'duration of impact',
    'total duration',
    'outage duration',
    'downtime',
  ],
  severity: ['severity', 'sev', 'incident severity', 'severity level', 'priority'],
  tenants: ['affected tenants', 'tenants', 'tenants affected', 'affected customers'],
  regions: ['affected regions', 'regions', 'region', 'regions affected'],
  services: [
    'affected services',
    'services',
    'service',
    'services affected',
    'affected systems',
    'affected components',
    'systems affected',
    'components',
    'impacted services',
  ],
  detection: [
    'detection method',
    'detection',
    'detected by',
    'detected via',
    'how detected',
    'method of detection',
  ],
  commander: [
    'incident commander (ic)',
    'incident commander',
    'commander',
    'ic',
    'incident lead',
    'incident manager',
    'incident owner',
  ],
  primary: [
    'on-call primary at time of incident',
    'on-call primary',
    'primary on-call',
    'primary',
    'on-call',
    'on call',
  ],
  secondary: ['on-call secondary at time of incident', 'on-call secondary', 'secondary on-call', 'secondary'],
  recorder: ['recorder (timeline scribe)', 'recorder', 'scribe', 'timeline scribe', 'note taker'],
  author: [
    'author of this postmortem',
    'author',
    'authors',
    'written by',
    'postmortem author',
    'postmortem owner',
    'author(s)',
  ],
  status: ['status', 'postmortem status', 'document status'],
};

const BY_WORDS: ReadonlyMap<string, FactLineKey> = new Map(
  [...Object.entries(FACT_WORDS), ...Object.entries(FACT_WORDS_ABROAD)].flatMap(([key, words]) =>
    words.map((word) => [plainLabel(word), key as FactLineKey] as const),
  ),
);

/** A label as it is compared: `incident_id`, `Incident-ID` and `Incident ID:` are one. */
function plainLabel(label: string): string {
  return label
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .replace(/\s*(?:\(utc\)|:)$/, '')
    .trim();
}

/** The fact that a label names, or null. */
export const factOfWords = (label: string): FactLineKey | null => BY_WORDS.get(plainLabel(label)) ?? null;

/** What the alert and the all-clear themselves are called in other languages than ours. */
const ALERTS_ABROAD = ['erster alarm', 'première alerte', 'primera alerta', 'primeiro alerta', 'entwarnung'];
const OWN_NAMES: ReadonlySet<string> = new Set(
  [...FACT_LINES.map(({ label }) => label), ...ALERTS_ABROAD].map(plainLabel),
);

/** Whether a label is the name of a fact itself, and not what other teams call it or what comes near to it. */
export const isOwnName = (label: string): boolean => OWN_NAMES.has(plainLabel(label));

/** Whether a label is that of the incident's day. */
export const isDateLabel = (label: string): boolean =>
  /^(?:(?:incident )?date(?: of (?:the )?incident| de l['’]incident)?|datum(?: des vorfalls)?|fecha(?: del incidente)?|data(?: do incidente)?)$/i.test(
    label.trim(),
  );

/** Whether a label and its value are no fact after all: an `id` is also any page's own, and the incident's looks like one. */
export const isPageId = (label: string, value: string): boolean =>
  plainLabel(label) === 'id' && !/^[A-Z]{2,}[-_ ]?\d[\w-]*$|^#?\d+$/.test(value);
