import type { AnyExtension } from '@tiptap/core';
import { ActionItem, ActionList } from '../../../../shared/schema/actionNodes.ts';
import { FORM } from '../../rows/formNode.ts';
import { ActionItemRow } from './actionItemRow.ts';
import { ActionListForm } from './actionListForm.ts';

/** The action table with its rows. */
export const actionViews: readonly AnyExtension[] = [
  ActionList.extend({ ...FORM, addNodeView: () => (props) => new ActionListForm(props) }),
  ActionItem.extend({ addNodeView: () => (props) => new ActionItemRow(props) }),
];
