import { containerNode } from './containerNode.ts';
import { attributes } from './dataAttribute.ts';
import { MILESTONE_KEYS } from './milestones.ts';

/**
 * `timeLabel`, `eventLabel`, `sourceLabel`: column heads as an imported table wrote them, null for ours, an
 * empty `sourceLabel` where it had no such column. `written` is how an import laid the timeline out, for
 * shared/markdown alone.
 */
export const Timeline = containerNode({
  name: 'timeline',
  group: 'block',
  content: 'timelineRow*',
  attributes: attributes({ texts: ['timeLabel', 'eventLabel', 'sourceLabel', 'written'] }),
});

/**
 * One row. Its time is the flat form of shared/time's `RowTime`: `at` and `until` are UTC
 * (`YYYY-MM-DDTHH:MM[:SS]` or `YYYY-MM-DD`), `untilUnknown` an open end, `precision` `about`, `day` or
 * `unknown` (null means exact), `asWritten` and `zone` the words it was converted from, `unsettled` why it
 * was not; all of them at once, and `false` for nothing, where it was set anew. `keep` says that its place out of order is
 * meant. Milestones are one flag each.
 */
export const TimelineRow = containerNode({
  name: 'timelineRow',
  content: '(timelineEvent | timelineSource)*',
  attributes: attributes({
    texts: ['id', 'at', 'until', 'precision', 'asWritten', 'zone', 'unsettled'],
    flags: ['untilUnknown', 'keep', ...MILESTONE_KEYS],
  }),
});

export const TimelineEvent = containerNode({ name: 'timelineEvent', content: 'block*' });

export const TimelineSource = containerNode({ name: 'timelineSource', content: 'inline*' });
