import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { fieldSpec } from '../../../../shared/document/fields.ts';
import { isBlank } from '../../rows/drawnView.ts';
import type { RowKind } from '../../rows/rowKind.ts';

/** An empty field; `key` names it in the template, null for one with a name of its own. */
export function newField(editor: Editor, key: string | null): Node {
  const { field, paragraph } = editor.schema.nodes;
  return field!.create({ key }, paragraph!.create());
}

/** The name of a field as it stands before its text. */
export function fieldLabel({ attrs }: Node): string {
  return attrs.label ?? fieldSpec(attrs.key)?.label ?? '';
}

const isEmptyField = (row: Node): boolean =>
  isBlank(row) && row.attrs.choice === null && row.attrs.subject === null;

/** A field of any list; after a contributing factor comes another, after any other a field with a name of its own. */
export const FIELD: RowKind = {
  node: 'field',
  noun: 'Field',
  nameOf: (_, row) => fieldLabel(row) || 'Field',
  make: (editor, after) => newField(editor, after?.attrs.key === 'factor' ? 'factor' : null),
  firstCell: ({ attrs }) => (attrs.key === null ? 'label' : null),
  // Backspace takes away what a person added; the template's own fields go by the menu.
  isEmpty: (row) =>
    isEmptyField(row) && row.attrs.label === null && (row.attrs.key === null || row.attrs.key === 'factor'),
};
