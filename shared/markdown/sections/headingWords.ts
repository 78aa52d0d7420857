import { SECTIONS, type SectionKey } from '../../document/sections.ts';
import { HEADINGS_ABROAD } from './headingsAbroad.ts';

/** What a heading may end with. */
const CLOSING = /[\s:.?¶–—-]/u;

/** Headings by which other teams call the sections, in lower case, without numbers, marks and brackets. */
const VARIANTS: Readonly<Record<SectionKey, readonly string[]>> = {
  summary: [
    'summary',
    'executive summary',
    'incident summary',
    'overview',
    'incident overview',
    'abstract',
    'tl;dr',
    'tldr',
    'what happened',
    'synopsis',
    'high-level summary',
    'high level summary',
    'issue summary',
    'description',
  ],
  customerImpact: [
    'customer impact',
    'impact',
    'user impact',
    'business impact',
    'impact on customers',
    'impact on users',
    'impact assessment',
    'customers affected',
    'who was affected',
    'affected users',
    'incident impact',
    'scope of impact',
  ],
  timeline: [
    'timeline',
    'incident timeline',
    'outage timeline',
    'timeline and impact',
    'incident timeline and impact',
    'timeline of events',
    'event timeline',
    'timeline of the incident',
    'timeline of the outage',
    'detailed timeline',
    'chronology',
    'sequence of events',
    'event log',
    'incident log',
  ],
  rootCause: [
    'root cause',
    'root causes',
    'root cause analysis',
    'root cause and trigger',
    'rca',
    'cause',
    'causes',
    '5 whys',
    'five whys',
    'the 5 whys',
    'the five whys',
    '5 whys analysis',
    'five whys analysis',
    'why did this happen',
    'why it happened',
    'what caused it',
    'what caused this',
  ],
  contributingFactors: [
    'contributing factors',
    'contributing factor',
    'contributing causes',
    'contributing conditions',
    'contributory factors',
    'trigger and contributing factors',
    'contributors',
    'other factors',
  ],
  notCaught: [
    'why we did not catch this earlier',
    "why we didn't catch this earlier",
    'why was this not caught earlier',
    "why wasn't this caught earlier",
    'why was it not caught earlier',
    'detection gaps',
    'monitoring gaps',
  ],
  wentRight: [
    'what went right',
    'what went well',
    'what worked',
    'what worked well',
    'things that went well',
    'things that went right',
    'went well',
    'where we got lucky and what went well',
  ],
  wentWrong: [
    'what went wrong',
    'what went badly',
    'what went poorly',
    "what didn't go well",
    'what did not go well',
    "what didn't go so well",
    'what did not go so well',
    "what didn't work",
    'what did not work',
    'what could have gone better',
    'what could be improved',
    'what could have been better',
    'what was hard',
    'things that went poorly',
    'things that went wrong',
    'went poorly',
    'went wrong',
  ],
  actionItems: [
    'action items',
    'action item',
    'actions',
    'follow-up actions',
    'follow up actions',
    'followup actions',
    'follow-ups',
    'follow ups',
    'follow-up items',
    'next steps',
    'remediation',
    'remediations',
    'remediation items',
    'corrective actions',
    'corrective measures',
    'preventative actions',
    'preventive actions',
    'preventative measures',
    'preventive measures',
    'to do',
    'todo',
    'to-dos',
    'tasks',
    'improvements',
  ],
  lessons: [
    'lessons',
    'lessons learned',
    'lessons learnt',
    'lesson learned',
    'learnings',
    'takeaways',
    'key takeaways',
    'what we learned',
    'what did we learn',
    'what have we learned',
    'key learnings',
    'insights',
  ],
  relatedArtefacts: [
    'related artefacts',
    'related artifacts',
    'artefacts',
    'artifacts',
    'references',
    'related links',
    'links',
    'related',
    'related documents',
    'resources',
    'supporting information',
    'appendix',
    'further reading',
    'see also',
  ],
  customerCommunication: [
    'customer communication',
    'customer communications',
    'customer comms',
    'communication',
    'communications',
    'external communication',
    'external communications',
    'external comms',
    'communication with customers',
    'status page updates',
  ],
  publicationChecklist: [
    'publication checklist',
    'checklist',
    'publishing checklist',
    'postmortem checklist',
  ],
  signOff: [
    'sign-off',
    'sign off',
    'signoff',
    'sign-offs',
    'approval',
    'approvals',
    'approved by',
    'reviewers',
  ],
};

/** Headings of the list of facts in front of the sections. */
const METADATA = [
  'metadata',
  'meta data',
  'incident metadata',
  'incident details',
  'incident information',
  'incident facts',
  'details',
  'facts',
  'at a glance',
  'general information',
  'basic information',
  'key facts',
];

const BY_WORDS: ReadonlyMap<string, SectionKey> = new Map([
  ...[...Object.entries(VARIANTS), ...Object.entries(HEADINGS_ABROAD)].flatMap(([key, words]) =>
    words.map((word) => [word, key as SectionKey] as const),
  ),
  ...SECTIONS.map(({ key, heading }) => [plainHeading(heading), key] as const),
]);

/** A heading's words as they are compared: `2. **Timeline** (UTC):` is `timeline`. */
export function plainHeading(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[’‘]/g, "'")
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\p{Extended_Pictographic}|\uFE0F|\u200D/gu, ' ')
    .replace(/^\s*(?:\d+(?:\.\d+)+\.?\s+|\d+[.)]\s*|[#§–—-]+\s*)/u, '')
    .replace(/\s+/g, ' ');
  let end = plain.length;
  while (end > 0 && CLOSING.test(plain[end - 1] as string)) end -= 1;
  return plain.slice(0, end).replace(/&/g, 'and').trim();
}

/** The section that a heading's words name, at once or, parted by a sign, each time; else null. */
export function sectionOfWords(text: string): SectionKey | null {
  const plain = plainHeading(text);
  const [first, ...others] = plain.split(/ *[:/|] | [–—-] /).map(sectionNamed);
  const parted = others.every((other) => other === first) ? first : null;
  return sectionNamed(plain) ?? parted ?? null;
}

const sectionNamed = (plain: string): SectionKey | null =>
  BY_WORDS.get(plain) ?? BY_WORDS.get(plain.replace(/^(?:the|our|post-?mortem) /, '')) ?? null;

export const isMetadataHeading = (text: string): boolean => METADATA.includes(plainHeading(text));
