import type { BodyNode } from '../document/template.ts';
import { MILESTONE_KEYS } from '../schema/milestones.ts';
import { describeUnsettled } from '../time/describeUnsettled.ts';
import { outOfOrderRows } from '../time/outOfOrderRows.ts';
import { timeOfAttributes } from '../time/rowTimeAttributes.ts';

/** What a timeline is to have, each true or false: rows, a milestone, and no row that is flagged. */
export function timelinePlaces(timeline: BodyNode): readonly boolean[] {
  const rows = (timeline.content ?? [])
    .filter(({ type }) => type === 'timelineRow')
    .map(({ attrs = {} }) => ({
      time: timeOfAttributes(attrs),
      keep: attrs.keep === true,
      milestones: MILESTONE_KEYS.filter((key) => attrs[key] === true),
    }));
  const isFlagged =
    outOfOrderRows(rows).length > 0 || rows.some(({ time }) => describeUnsettled(time) !== null);
  return [
    rows.length > 0,
    rows.some(({ milestones }) => milestones.length > 0),
    rows.length > 0 && !isFlagged,
  ];
}
