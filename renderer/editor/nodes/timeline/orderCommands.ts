import type { Editor } from '@tiptap/core';
import { formatRowTime } from '../../../../shared/time/formatRowTime.ts';
import { timeOfAttributes } from '../../../../shared/time/rowTimeAttributes.ts';
import { announce } from '../../../ui/announcer/announce.ts';
import { moveBlock } from '../../commands/moveBlock.ts';
import { sessionOf } from '../../editorContext.ts';
import { offerUndo } from '../../offerUndo.ts';
import { asOneStep } from '../../rows/asOneStep.ts';
import { moveRow, setRowAttributes } from './rowCommands.ts';
import { type RowPlace, rowAtIndex } from './rowPlace.ts';
import { flagAt, modelAt } from './timelineState.ts';

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
  offerUndo(sessionOf(editor).undo, `Row moved to ${formatRowTime(timeOfAttributes(place.row.attrs)).text}`);
  return to;
}

/** Moves every row of a timeline that is out of order to where it is in order, in one step. */
export function putInOrder(editor: Editor, timelinePos: number): void {
  let moved = 0;
  asOneStep(editor, () => {
    const rows = editor.state.doc.nodeAt(timelinePos)?.childCount ?? 0;
    while (moved < rows && moveFirstIntoOrder(editor, timelinePos)) moved += 1;
  });
  if (moved > 0) offerUndo(sessionOf(editor).undo, moved === 1 ? '1 row moved' : `${moved} rows moved`);
}

function moveFirstIntoOrder(editor: Editor, timelinePos: number): boolean {
  const flags = modelAt(editor.state, timelinePos)?.flags ?? [];
  const index = flags.findIndex((flag) => flag?.kind === 'order');
  const flag = flags[index];
  const place = rowAtIndex(editor.state.doc, timelinePos, index);
  return flag?.kind === 'order' && place !== null && moveBlock(editor, place.rowPos, index - flag.up);
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
