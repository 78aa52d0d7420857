import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Selection } from '@tiptap/pm/state';
import { leave } from '../../rows/tabStops.ts';
import { rowControls, timelineControls } from './controls.ts';
import { type RowPlace, rowAt, rowAtIndex } from './rowPlace.ts';
import { type Stop, stopsOf } from './rowStops.ts';

export type Edge = 'start' | 'end';

/** A caret in a cell, or the cell itself where it holds nothing that a caret could stand in. */
export function selectionInCell(doc: Node, stop: Stop & { readonly kind: 'cell' }, edge: Edge): Selection {
  const [from, to] = [stop.pos + 1, stop.pos + stop.size - 1];
  const found =
    edge === 'start' ? Selection.findFrom(doc.resolve(from), 1) : Selection.findFrom(doc.resolve(to), -1);
  const inside = found !== null && found.from >= from && found.to <= to;
  return inside ? found : NodeSelection.create(doc, stop.pos);
}

/** Selects without a change to the document, and without giving the text the focus. */
export function select(editor: Editor, selection: Selection): void {
  editor.view.dispatch(editor.state.tr.setSelection(selection).setMeta('addToHistory', false));
}

/** Puts the caret, or the focus of a field, into a place of a row. */
export function goToStop(editor: Editor, place: RowPlace, stop: Stop, edge: Edge = 'end'): void {
  const { view } = editor;
  if (stop.kind === 'cell') {
    view.focus();
    const selection = selectionInCell(editor.state.doc, stop, edge);
    view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView());
    return;
  }
  const cell = stopsOf(place).find((other) => other.kind === 'cell');
  select(
    editor,
    cell?.kind === 'cell'
      ? selectionInCell(editor.state.doc, cell, 'start')
      : NodeSelection.create(editor.state.doc, place.rowPos),
  );
  rowControls(view, place.rowPos)?.edit(stop.kind === 'time' ? 'time' : stop.name);
}

export function goToTime(editor: Editor, rowPos: number): void {
  const place = rowAt(editor.state.doc, rowPos);
  if (place !== null) goToStop(editor, place, { kind: 'time' });
}

/** The first place for text in a row. */
export function goToEvent(editor: Editor, rowPos: number, edge: Edge = 'end'): void {
  const place = rowAt(editor.state.doc, rowPos);
  const stop = place === null ? undefined : stopsOf(place)[1];
  if (place !== null && stop !== undefined) goToStop(editor, place, stop, edge);
}

/** The row itself: Esc leaves its text so, and arrows, Alt and Delete act on it. */
export function selectRow(editor: Editor, rowPos: number): void {
  if (rowAt(editor.state.doc, rowPos) === null) return;
  editor.view.focus();
  const { tr } = editor.state;
  editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, rowPos)).scrollIntoView());
}

/** Goes on from a stop to the next or the previous, over the row's edge and the table's. */
export function goOn(editor: Editor, place: RowPlace, stop: number, direction: 1 | -1): void {
  const stops = stopsOf(place);
  const next = stops[stop + direction];
  if (next !== undefined) {
    goToStop(editor, place, next);
    return;
  }
  const neighbour = rowAtIndex(editor.state.doc, place.timelinePos, place.index + direction);
  if (neighbour === null) {
    if (direction === 1) goToQuickAdd(editor, place.timelinePos, 'time');
    else leaveByTab(editor, place.timelinePos, true);
    return;
  }
  const stopsThere = stopsOf(neighbour);
  const first = stopsThere[direction === 1 ? 0 : stopsThere.length - 1];
  if (first !== undefined) goToStop(editor, neighbour, first);
}

export function goToQuickAdd(editor: Editor, timelinePos: number, field: 'time' | 'event' | 'source'): void {
  timelineControls(editor.view, timelinePos)?.focusQuickAdd(field);
}

/**
 * Puts the caret behind or before the timeline.
 * @returns false when there is nothing
 */
export function leaveTimeline(editor: Editor, timelinePos: number, direction: 1 | -1): boolean {
  const { doc } = editor.state;
  const timeline = doc.nodeAt(timelinePos);
  if (timeline === null) return false;
  const edge = direction === 1 ? timelinePos + timeline.nodeSize : timelinePos;
  const found = Selection.findFrom(doc.resolve(edge), direction);
  if (found === null) return false;
  editor.view.focus();
  editor.view.dispatch(editor.state.tr.setSelection(found).scrollIntoView());
  return true;
}

/** Tab, or Shift Tab, to the place beside the timeline: a heading is none. */
export function leaveByTab(editor: Editor, timelinePos: number, back: boolean): boolean {
  const timeline = editor.view.nodeDOM(timelinePos);
  return timeline instanceof Element && leave(editor, timeline, back);
}
