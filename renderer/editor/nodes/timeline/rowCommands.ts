import type { Editor } from '@tiptap/core';
import { newId } from '../../../../shared/document/newId.ts';
import { announce } from '../../../ui/announcer/announce.ts';
import { deleteBlock } from '../../commands/deleteBlock.ts';
import { moveBlock } from '../../commands/moveBlock.ts';
import { sessionOf } from '../../editorContext.ts';
import { offerUndo } from '../../offerUndo.ts';
import { asOneStep } from '../../rows/asOneStep.ts';
import { goToEvent, goToQuickAdd, goToTime, selectRow } from './goTo.ts';
import { newRow, type RowDraft } from './newRow.ts';
import { isRowSelected, type RowPlace, rowAtIndex } from './rowPlace.ts';
import { isEmptyRow } from './rowStops.ts';

/** Puts a row in at an index of a timeline. @returns its position */
export function insertRow(editor: Editor, timelinePos: number, index: number, draft?: RowDraft): number {
  const { doc } = editor.state;
  const next = rowAtIndex(doc, timelinePos, index);
  const end = timelinePos + (doc.nodeAt(timelinePos)?.nodeSize ?? 2) - 1;
  const at = next?.rowPos ?? end;
  asOneStep(editor, () => editor.view.dispatch(editor.state.tr.insert(at, newRow(editor.schema, draft))));
  return at;
}

/** A new row below with the focus in its time; where an empty one stands there already, that one. */
export function nextRow(editor: Editor, place: RowPlace): void {
  const below = rowAtIndex(editor.state.doc, place.timelinePos, place.index + 1);
  const empty = below !== null && isEmptyRow(below.row);
  goToTime(editor, empty ? below.rowPos : insertRow(editor, place.timelinePos, place.index + 1));
}

export function insertRowAbove(editor: Editor, place: RowPlace): void {
  goToTime(editor, insertRow(editor, place.timelinePos, place.index));
}

/** A copy of the row under it, with an id of its own. */
export function duplicateRow(editor: Editor, { row, rowPos }: RowPlace): void {
  const copy = row.type.create({ ...row.attrs, id: newId() }, row.content);
  const at = rowPos + row.nodeSize;
  asOneStep(editor, () => editor.view.dispatch(editor.state.tr.insert(at, copy)));
  goToEvent(editor, at);
}

/**
 * Removes a row and puts the caret into the one above, else below, else into the place to add one.
 * @param loud says so with a way back: for rows that held something
 */
export function removeRow(editor: Editor, place: RowPlace, { loud }: { readonly loud: boolean }): void {
  const { rowPos, timelinePos, index } = place;
  asOneStep(editor, () => deleteBlock(editor, rowPos));
  const { doc } = editor.state;
  const neighbour = rowAtIndex(doc, timelinePos, index - 1) ?? rowAtIndex(doc, timelinePos, 0);
  if (neighbour !== null) goToEvent(editor, neighbour.rowPos);
  else goToQuickAdd(editor, timelinePos, 'time');
  if (loud) offerUndo(sessionOf(editor).undo, 'Row deleted');
  else announce('Row deleted');
}

/**
 * Moves a row to another index in its timeline, by itself and keeping its id.
 * @returns false when it cannot go there
 */
export function moveRow(editor: Editor, place: RowPlace, to: number): boolean {
  const selected = isRowSelected(editor.state.selection);
  const moved = asOneStep(editor, () => moveBlock(editor, place.rowPos, to));
  if (!moved) return false;
  const there = rowAtIndex(editor.state.doc, place.timelinePos, to);
  if (selected && there !== null) selectRow(editor, there.rowPos);
  announce(`Row moved. It is now row ${to + 1} of ${place.timeline.childCount}.`);
  return true;
}

/** Sets or, with null, removes an attribute of a row, as a step of its own. */
export function setRowAttributes(
  editor: Editor,
  rowPos: number,
  attrs: Readonly<Record<string, string | true | null>>,
): void {
  const row = editor.state.doc.nodeAt(rowPos);
  const changed = Object.entries(attrs).filter(([name, value]) => row?.attrs[name] !== value);
  if (row === null || changed.length === 0) return;
  const { tr } = editor.state;
  for (const [name, value] of changed) tr.setNodeAttribute(rowPos, name, value);
  asOneStep(editor, () => editor.view.dispatch(tr));
}
