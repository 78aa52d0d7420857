import type { AnyExtension } from '@tiptap/core';
import { CheckItem, Checklist } from '../../../../shared/schema/formNodes.ts';
import { FORM } from '../../rows/formNode.ts';
import { ChecklistForm } from './checklistForm.ts';
import { CheckRow } from './checkRow.ts';

/** The publication checklist with its views. */
export const checklistViews: readonly AnyExtension[] = [
  Checklist.extend({ ...FORM, addNodeView: () => (props) => new ChecklistForm(props) }),
  CheckItem.extend({ addNodeView: () => (props) => new CheckRow(props) }),
];
