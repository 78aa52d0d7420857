import { ActionItem } from '../../../../shared/schema/actionNodes.ts';
import { ActionItemRow } from './actionItemRow.ts';

/** One row of the action table. */
export const ActionItemView = ActionItem.extend({
  addNodeView: () => (props) => new ActionItemRow(props),
});
