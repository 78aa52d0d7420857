/** The sections of the template, in its order, by the stable key that a heading's `section` holds. */
export interface SectionSpec {
  readonly key: SectionKey;
  readonly heading: string;
  /** Also part of the Short template. */
  readonly short: boolean;
}

export const SECTION_KEYS = [
  'summary',
  'customerImpact',
  'timeline',
  'rootCause',
  'contributingFactors',
  'notCaught',
  'wentRight',
  'wentWrong',
  'actionItems',
  'lessons',
  'relatedArtefacts',
  'customerCommunication',
  'publicationChecklist',
  'signOff',
] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

export const SECTIONS: readonly SectionSpec[] = [
  { key: 'summary', heading: 'Summary', short: true },
  { key: 'customerImpact', heading: 'Customer impact', short: true },
  { key: 'timeline', heading: 'Timeline (UTC)', short: true },
  { key: 'rootCause', heading: 'Root cause (5 Whys)', short: true },
  { key: 'contributingFactors', heading: 'Contributing factors', short: false },
  { key: 'notCaught', heading: 'Why we did not catch this earlier', short: false },
  { key: 'wentRight', heading: 'What went right', short: false },
  { key: 'wentWrong', heading: 'What went wrong', short: false },
  { key: 'actionItems', heading: 'Action items', short: true },
  { key: 'lessons', heading: 'Lessons', short: true },
  { key: 'relatedArtefacts', heading: 'Related artefacts', short: false },
  { key: 'customerCommunication', heading: 'Customer communication', short: false },
  { key: 'publicationChecklist', heading: 'Publication checklist', short: false },
  { key: 'signOff', heading: 'Sign-off', short: false },
];

export const sectionSpec = (key: string | null): SectionSpec | undefined =>
  SECTIONS.find((section) => section.key === key);
