import type { Editor } from '@tiptap/core';
import { BY_HAND } from '../../session/origins.ts';
import { deleteBlock } from '../commands/deleteBlock.ts';
import { sessionOf } from '../editorContext.ts';
import { asOneStep } from './asOneStep.ts';
import { placeCaret } from './placeCaret.ts';
import { wholeRowPlaces } from './wholeRows.ts';

/**
 * Deletes rows that are selected from the first words of one to the last ones of another, and puts the caret into the
 * row above, else the one below.
 *
 * @param focusEmptied gives the focus to the form before that position, which has no row left
 * @returns false where other words are selected
 */
export function deleteWholeRows(editor: Editor, focusEmptied: (form: number) => void): boolean {
  const { view } = editor;
  const places = wholeRowPlaces(view.state);
  const first = places?.[0];
  if (places === null || first === undefined) return false;
  const { doc } = sessionOf(editor);
  asOneStep(editor, () =>
    doc.transact(() => {
      for (const place of [...places].reverse()) deleteBlock(editor, place);
    }, BY_HAND),
  );
  const $first = view.state.doc.resolve(first);
  const above = $first.nodeBefore;
  if (above !== null) placeCaret(editor, first - above.nodeSize, true);
  else if ($first.nodeAfter !== null) placeCaret(editor, first);
  else focusEmptied($first.before());
  return true;
}
