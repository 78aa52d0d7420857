import type { AnyExtension } from '@tiptap/core';
import { Field, FieldList } from '../../../../shared/schema/formNodes.ts';
import { FORM } from '../../rows/formNode.ts';
import { FieldListForm } from './fieldListForm.ts';
import { FieldRow } from './fieldRow.ts';

/** Lists of fields with their views. */
export const fieldViews: readonly AnyExtension[] = [
  FieldList.extend({ ...FORM, addNodeView: () => (props) => new FieldListForm(props) }),
  Field.extend({ addNodeView: () => (props) => new FieldRow(props) }),
];
