import { Timeline, TimelineRow } from '../../../../shared/schema/timelineNodes.ts';
import { RowNodeView } from './rowNodeView.ts';
import { TimelineNodeView } from './timelineNodeView.ts';

export const TimelineView = Timeline.extend({
  addNodeView() {
    return ({ node, editor, view, getPos }) => new TimelineNodeView(node, editor, view, getPos);
  },
});

export const TimelineRowView = TimelineRow.extend({
  addNodeView() {
    return ({ node, editor, getPos, decorations }) => new RowNodeView(node, editor, getPos, decorations);
  },
});
