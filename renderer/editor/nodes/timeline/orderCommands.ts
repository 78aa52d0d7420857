import type { Editor } from '@tiptap/core';
import { formatRowTime } from '../../../../shared/time/formatRowTime.ts';
import { timeOfAttributes } from '../../../../shared/time/rowTimeAttributes.ts';
import { announce } from '../../../ui/announcer/announce.ts';
import { moveRow, sayWithUndo, setRowAttributes } from './rowCommands.ts';
import type { RowPlace } from './rowPlace.ts';
import { flagAt } from './timelineState.ts';

/**
 * Moves a row that is out of order to where it is in order, and only that row.
 * @returns its new index, or null when it is in order or has no time to be ordered by
 */
export function moveIntoOrder(editor: Editor, place: RowPlace): number | null {
  const flag = flagAt(editor.state, place.rowPos);
  if (flag?.kind !== 'order') {
    announce('This row is in order');
    return null;
  }
  const to = place.index - flag.up;
  if (!moveRow(editor, place, to)) return null;
  sayWithUndo(editor, `Row moved to ${formatRowTime(timeOfAttributes(place.row.attrs)).text}`);
  return to;
}

/** Says that a row's place is meant although its time says otherwise. */
export function keepHere(editor: Editor, { rowPos }: RowPlace): void {
  setRowAttributes(editor, rowPos, { keep: true });
  announce('The row stays where it is');
}

/** Takes that back. */
export function stopKeeping(editor: Editor, { rowPos }: RowPlace): void {
  setRowAttributes(editor, rowPos, { keep: null });
}
