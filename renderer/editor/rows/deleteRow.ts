import type { Editor } from '@tiptap/core';
import { deleteBlock } from '../commands/deleteBlock.ts';
import { sessionOf } from '../editorContext.ts';
import { offerUndo } from '../offerUndo.ts';
import { asOneStep } from './asOneStep.ts';
import { DrawnView } from './drawnView.ts';
import { FormView } from './formView.ts';
import { placeCaret } from './placeCaret.ts';
import { type RowKind, rowsIn } from './rowKind.ts';

/**
 * Deletes the row before which `position` lies and puts the caret where a person looks next: into the row above, else
 * the one below, else onto what adds a row.
 *
 * @param loud says so with a way back, where it held something
 */
export function deleteRow(
  editor: Editor,
  kind: RowKind,
  position: number,
  { loud }: { readonly loud: boolean } = { loud: true },
): void {
  const { doc } = editor.view.state;
  const row = doc.nodeAt(position);
  if (row === null || !editor.isEditable) return;
  const name = kind.nameOf(editor, row, position);
  const wasEmpty = kind.isEmpty(row);
  const place = doc.resolve(position);
  const before = place.before(place.depth);
  const siblings = rowsIn(place.parent, before, kind);
  const index = siblings.findIndex((sibling) => sibling.position === position);
  asOneStep(editor, () => deleteBlock(editor, position));
  const above = siblings[index - 1];
  if (above !== undefined) placeCaret(editor, above.position, true);
  else if (siblings.length > 1) placeCaret(editor, position);
  else focusForm(editor, before);
  if (loud && !wasEmpty) offerUndo(sessionOf(editor).undo, `${name} deleted`);
}

/** The text has no place in a form without rows: the next one is the heading of the section below. */
export function focusForm(editor: Editor, position: number): void {
  const dom = editor.view.nodeDOM(position);
  const form = dom instanceof Element ? DrawnView.around(dom) : null;
  if (form instanceof FormView) form.addButton.focus();
  else editor.view.focus();
}
