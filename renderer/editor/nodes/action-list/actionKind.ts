import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { claimActionNumber } from '../../../../shared/document/actionLabels.ts';
import { newId } from '../../../../shared/document/newId.ts';
import { sessionOf } from '../../editorContext.ts';
import { isBlank } from '../../rows/drawnView.ts';
import { findIn } from '../../rows/findIn.ts';
import type { RowKind } from '../../rows/rowKind.ts';
import { surroundingsOf } from '../../rows/surroundings.ts';

/** The hidden id and the number of a new item: given once, never again. */
export function newActionNames(editor: Editor): { readonly id: string; readonly number: number } {
  const present = findIn(editor.view.state.doc).actions.map(({ attrs }) => Number(attrs.number ?? 0));
  return { id: newId(), number: claimActionNumber(sessionOf(editor).doc, present) };
}

/** An empty action item; `why` is the id of the why that it answers. */
export function newAction(editor: Editor, why: string | null = null): Node {
  const { nodes } = editor.schema;
  const paragraph = nodes.paragraph?.create() ?? null;
  return nodes.actionItem!.create({ ...newActionNames(editor), why }, paragraph);
}

const isNothing = ({ owner, ticket, due, priority, status, why }: Node['attrs']): boolean =>
  [owner, ticket, due, priority, status, why].every((value) => value === null);

export const ACTION_ITEM: RowKind = {
  node: 'actionItem',
  noun: 'Action item',
  nameOf: (editor, row) => {
    const { labels } = surroundingsOf(editor, editor.view.state.doc);
    return labels.get(row.attrs.id) ?? `A${row.attrs.number ?? '?'}`;
  },
  make: (editor) => newAction(editor),
  copy: (editor, row) => row.type.create({ ...row.attrs, ...newActionNames(editor) }, row.content, row.marks),
  isEmpty: (row) => isBlank(row) && isNothing(row.attrs),
};
