import { ActionList } from '../../../../shared/schema/actionNodes.ts';
import { ActionListForm } from './actionListForm.ts';

/** The action table with its rows. */
export const ActionListView = ActionList.extend({
  addNodeView: () => (props) => new ActionListForm(props),
});
