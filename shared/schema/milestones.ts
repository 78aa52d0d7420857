/** The milestones a timeline row may carry, in the order in which an incident usually passes them. */
export const MILESTONE_KEYS = [
  'impactStarts',
  'firstAlert',
  'acknowledged',
  'commanderNamed',
  'mitigated',
  'impactEnded',
  'resolved',
  'allClear',
] as const;

export type MilestoneKey = (typeof MILESTONE_KEYS)[number];
