import { MILESTONE_KEYS, type MilestoneKey } from '../../../schema/milestones.ts';
import { milestoneLabel } from '../../../time/milestones.ts';

/** The bold words in front of a milestone's event: `Mitigated. Impact ended.` */
export const milestoneText = (keys: readonly MilestoneKey[]): string =>
  keys.map((key) => `${milestoneLabel(key)}.`).join(' ');

/** The milestones that such words name, in their usual order; none when the words say anything else. */
export function milestonesIn(text: string): readonly MilestoneKey[] {
  const named = MILESTONE_KEYS.filter((key) => text.includes(`${milestoneLabel(key)}.`));
  return milestoneText(named) === text ? named : [];
}
