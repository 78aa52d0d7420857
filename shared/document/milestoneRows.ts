import { MILESTONE_KEYS } from '../schema/milestones.ts';
import type { MilestoneRow } from '../time/milestones.ts';
import { timeOfAttributes } from '../time/rowTimeAttributes.ts';
import type { BodyNode } from './template.ts';

/** The rows of all timelines among some nodes, in their order, with what the metrics need of each. */
export function milestoneRowsOf(nodes: readonly BodyNode[]): readonly MilestoneRow[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'timelineRow') return milestoneRowsOf(node.content ?? []);
    const attributes = node.attrs ?? {};
    return [
      {
        time: timeOfAttributes(attributes),
        milestones: MILESTONE_KEYS.filter((key) => attributes[key] === true),
      },
    ];
  });
}
