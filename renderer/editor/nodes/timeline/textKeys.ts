import type { Editor } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, NodeSelection, type Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { matchesShortcut } from '../../../ui/keyboard.ts';
import { isAcrossRows } from '../../rows/acrossRows.ts';
import { goOn, goToEvent, goToStop, leaveTimeline, selectionInCell, selectRow } from './goTo.ts';
import { removeRow } from './rowCommands.ts';
import { goToSame, takeRowKey } from './rowKeys.ts';
import { isRowSelected, type RowPlace, rowAround, rowAtIndex, rowOfSelection } from './rowPlace.ts';
import { isEmptyRow, type Stop, stopAround, stopsOf } from './rowStops.ts';

/** Where the caret is in a row. */
interface CaretPlace {
  readonly place: RowPlace;
  readonly stops: readonly Stop[];
  readonly stop: number;
  readonly selection: Selection;
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** Whether the caret's line of text is the first or the last block of its cell. */
  readonly inFirst: boolean;
  readonly inLast: boolean;
}

function caretPlace(state: EditorState, place: RowPlace): CaretPlace {
  const { selection, doc } = state;
  const stops = stopsOf(place);
  const stop = stopAround(stops, selection.head);
  const cell = stops[stop];
  const inCell = cell?.kind === 'cell';
  const start = inCell ? selectionInCell(doc, cell, 'start') : selection;
  const end = inCell ? selectionInCell(doc, cell, 'end') : selection;
  const sameBlock = ($one: ResolvedPos, $two: ResolvedPos): boolean => $one.start() === $two.start();
  return {
    place,
    stops,
    stop,
    selection,
    atStart: selection.empty && selection.head === start.head,
    atEnd: selection.empty && selection.head === end.head,
    inFirst: sameBlock(selection.$head, start.$head),
    inLast: sameBlock(selection.$head, end.$head),
  };
}

/** Keys that act on rows from within their text. @returns whether the key was taken */
export function takeRowTextKey(editor: Editor, event: KeyboardEvent): boolean {
  const { state } = editor;
  const place = rowOfSelection(state.selection);
  if (place === null) return addsRow(editor, event);
  if (takeRowKey(editor, place, event) !== null) return true;
  if (event.key === 'Backspace' && state.selection.empty && isEmptyRow(place.row)) {
    removeRow(editor, place, { loud: false });
    return true;
  }
  return isRowSelected(state.selection) && takeSelectedRowKey(editor, place, event);
}

/** Ctrl Enter over several rows adds one after the first of them, as in every form. @returns whether it was that */
function addsRow(editor: Editor, event: KeyboardEvent): boolean {
  const { state } = editor;
  const first = isAcrossRows(state) ? rowAround(state.selection.$from) : null;
  return first !== null && matchesShortcut(event, 'Mod+Enter') && takeRowKey(editor, first, event) !== null;
}

/** A row that is selected as a whole: arrows go from row to row, Enter goes in, Delete removes. */
function takeSelectedRowKey(editor: Editor, place: RowPlace, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const { key } = event;
  if (key === 'Backspace' || key === 'Delete') removeRow(editor, place, { loud: true });
  else if (key === 'Enter') goToEvent(editor, place.rowPos);
  else if (key === 'Tab' && event.shiftKey) goOn(editor, place, 0, -1);
  else if (key === 'Tab') goToStop(editor, place, { kind: 'time' });
  else if (key === 'ArrowUp' || key === 'ArrowDown') {
    const next = rowAtIndex(editor.state.doc, place.timelinePos, place.index + (key === 'ArrowUp' ? -1 : 1));
    if (next !== null) selectRow(editor, next.rowPos);
    else if (key === 'ArrowUp') leaveTimeline(editor, place.timelinePos, -1);
    else goOn(editor, place, stopsOf(place).length - 1, 1);
  } else return key === 'Escape';
  return true;
}

/** Keys that go from cell to cell, where the text has no use for them. @returns whether the key was taken */
export function takeCellKey(editor: Editor, view: EditorView, event: KeyboardEvent): boolean {
  const { state } = view;
  const place = rowOfSelection(state.selection);
  if (place === null) return false;
  const caret = caretPlace(state, place);
  // With Ctrl or Alt they delete a word or a line: not beyond the cell either.
  if (event.key === 'Backspace') return caret.atStart && isPlainStart(caret);
  if (event.key === 'Delete') return caret.atEnd;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  switch (event.key) {
    case 'Tab':
      goOn(editor, place, caret.stop, event.shiftKey ? -1 : 1);
      return true;
    case 'Escape':
      selectRow(editor, place.rowPos);
      return true;
    case 'Enter':
      return !event.shiftKey && goOnFromSource(editor, caret);
    case 'ArrowUp':
    case 'ArrowDown':
      return !event.shiftKey && goToNeighbour(editor, view, caret, event.key === 'ArrowUp' ? -1 : 1);
    case 'ArrowLeft':
    case 'ArrowRight':
      return !event.shiftKey && goSideways(editor, view, caret, event.key === 'ArrowLeft' ? 'left' : 'right');
    default:
      return false;
  }
}

function goOnFromSource(editor: Editor, { place, stops, stop }: CaretPlace): boolean {
  const cell = stops[stop];
  if (cell?.kind !== 'cell' || cell.name !== 'source') return false;
  goOn(editor, place, stop, 1);
  return true;
}

/** Nothing stands before the caret in its cell, and its block has no form that Backspace would take away. */
function isPlainStart({ selection: { $head, $anchor }, stops, stop }: CaretPlace): boolean {
  const cell = stops[stop];
  if (cell?.kind !== 'cell' || $head.pos !== $anchor.pos) return false;
  return (
    cell.name === 'source' || ($head.parent.type.name === 'paragraph' && $head.before() === cell.pos + 1)
  );
}

function goToNeighbour(editor: Editor, view: EditorView, caret: CaretPlace, direction: 1 | -1): boolean {
  const atEdge = direction === -1 ? caret.inFirst : caret.inLast;
  const leaves =
    caret.selection instanceof NodeSelection || view.endOfTextblock(direction === -1 ? 'up' : 'down');
  if (!atEdge || !leaves) return false;
  goToSame(editor, caret.place, caret.stop, direction);
  return true;
}

/** From the edge of a cell into the next one; in text that runs from right to left the arrows mean the opposite. */
function goSideways(editor: Editor, view: EditorView, caret: CaretPlace, side: 'left' | 'right'): boolean {
  if ((!caret.atStart && !caret.atEnd) || !view.endOfTextblock(side)) return false;
  const rightToLeft =
    view.endOfTextblock('left') === caret.atEnd && view.endOfTextblock('right') === caret.atStart;
  const both = caret.atStart && caret.atEnd;
  const direction = (side === 'left') === (rightToLeft && !both) ? 1 : -1;
  const cells = caret.stops.filter((one) => one.kind === 'cell');
  const here = caret.stops[caret.stop];
  const next = here?.kind === 'cell' ? cells[cells.indexOf(here) + direction] : undefined;
  const edge = direction === 1 ? 'start' : 'end';
  if (next !== undefined) goToStop(editor, caret.place, next, edge);
  else goOverEdge(editor, caret.place, direction);
  return true;
}

function goOverEdge(editor: Editor, place: RowPlace, direction: 1 | -1): void {
  const neighbour = rowAtIndex(editor.state.doc, place.timelinePos, place.index + direction);
  if (neighbour === null) {
    goOn(editor, place, direction === 1 ? stopsOf(place).length - 1 : 0, direction);
    return;
  }
  const cells = stopsOf(neighbour).filter((one) => one.kind === 'cell');
  const cell = direction === 1 ? cells[0] : cells.at(-1);
  if (cell !== undefined) goToStop(editor, neighbour, cell, direction === 1 ? 'start' : 'end');
}
