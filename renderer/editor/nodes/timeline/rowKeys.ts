import type { Editor } from '@tiptap/core';
import { matchesShortcut } from '../../../ui/keyboard.ts';
import { sessionOf } from '../../editorContext.ts';
import { rowControls } from './controls.ts';
import { goOn, goToQuickAdd, goToStop, goToTime, leaveTimeline, selectRow } from './goTo.ts';
import { openMilestoneMenu } from './milestoneMenu.ts';
import { moveIntoOrder } from './orderCommands.ts';
import { duplicateRow, moveRow, nextRow, removeRow } from './rowCommands.ts';
import { openRowMenu } from './rowMenu.tsx';
import { type RowPlace, rowAt, rowAtIndex } from './rowPlace.ts';
import { type CellName, isEmptyRow, stopsOf } from './rowStops.ts';

/**
 * Keys that mean the same wherever the focus is in a row.
 * @returns whether the key was one; `to` is the index that the row has now, where it moved
 */
export function takeRowKey(
  editor: Editor,
  place: RowPlace,
  event: KeyboardEvent,
): { readonly to: number | null } | null {
  const anchor = rowControls(editor.view, place.rowPos)?.menuAnchor();
  if (matchesShortcut(event, 'Mod+Enter')) nextRow(editor, place);
  else if (matchesShortcut(event, 'Alt+Shift+Down')) duplicateRow(editor, place);
  else if (matchesShortcut(event, 'Alt+O')) return { to: moveIntoOrder(editor, place) };
  else if (matchesShortcut(event, 'Alt+Up')) return { to: moved(editor, place, place.index - 1) };
  else if (matchesShortcut(event, 'Alt+Down')) return { to: moved(editor, place, place.index + 1) };
  else if (matchesShortcut(event, 'Alt+M') && anchor) openMilestoneMenu(editor, place.rowPos, anchor);
  else if (isMenuKey(event) && anchor) openRowMenu(editor, place, anchor);
  else return null;
  return { to: null };
}

const moved = (editor: Editor, place: RowPlace, to: number): number | null =>
  moveRow(editor, place, to) ? to : null;

/** A field of a row that is typed in: its time, or the place of a cell that the row lacks. */
export interface RowField {
  readonly name: 'time' | CellName;
  readonly input: HTMLInputElement;
  /** Whether nothing was typed: then undo means the document's. */
  readonly isUntouched: boolean;
  /** Stores what was typed. */
  readonly close: () => void;
}

/** The keys of a field in a row. @returns whether the key was taken */
export function takeFieldKey(editor: Editor, rowPos: number, field: RowField, event: KeyboardEvent): boolean {
  const before = rowAt(editor.state.doc, rowPos);
  if (before === null) return false;
  if (field.isUntouched && takeUndoKey(editor, event)) return true;
  if (event.key === 'Backspace') {
    if (field.input.value !== '' || !isPlain(event) || !isEmptyRow(before.row)) return false;
  } else if (!isFieldKey(event)) return false;
  field.close();
  // What was typed is in the document now.
  const place = rowAt(editor.state.doc, rowPos);
  if (place !== null) followFieldKey(editor, place, field.name, event);
  return true;
}

function followFieldKey(editor: Editor, place: RowPlace, name: RowField['name'], event: KeyboardEvent): void {
  const stop = stopsOf(place).findIndex((one) => (one.kind === 'time' ? 'time' : one.name) === name);
  if (event.key === 'Tab') goOn(editor, place, stop, event.shiftKey ? -1 : 1);
  else if (event.key === 'Escape') selectRow(editor, place.rowPos);
  else if (event.key === 'Backspace') removeRow(editor, place, { loud: false });
  else if (isPlain(event) && event.key === 'Enter') goOn(editor, place, stop, 1);
  else if (isPlain(event) && event.key === 'ArrowUp') goToSame(editor, place, stop, -1);
  else if (isPlain(event) && event.key === 'ArrowDown') goToSame(editor, place, stop, 1);
  else {
    // A menu gives the focus back to where it was, and the field is gone.
    editor.view.focus();
    const to = takeRowKey(editor, place, event)?.to ?? null;
    const there = to === null ? null : rowAtIndex(editor.state.doc, place.timelinePos, to);
    if (there !== null && name === 'time') goToTime(editor, there.rowPos);
  }
}

function takeUndoKey(editor: Editor, event: KeyboardEvent): boolean {
  const { undo } = sessionOf(editor);
  if (matchesShortcut(event, 'Mod+Z')) undo.undo();
  else if (matchesShortcut(event, 'Mod+Shift+Z') || matchesShortcut(event, 'Mod+Y')) undo.redo();
  else return false;
  if (!editor.view.dom.contains(document.activeElement)) editor.view.focus();
  return true;
}

/** The same place in the row above or below; beyond the ends, what comes there. */
export function goToSame(editor: Editor, place: RowPlace, stop: number, direction: 1 | -1): void {
  const neighbour = rowAtIndex(editor.state.doc, place.timelinePos, place.index + direction);
  if (neighbour === null) {
    const here = stopsOf(place)[stop];
    const column = here === undefined || here.kind === 'time' ? 'time' : here.name;
    if (direction === 1) goToQuickAdd(editor, place.timelinePos, column);
    else leaveTimeline(editor, place.timelinePos, -1);
    return;
  }
  const stops = stopsOf(neighbour);
  const there = stops[Math.min(stop, stops.length - 1)];
  if (there !== undefined) goToStop(editor, neighbour, there, direction === 1 ? 'start' : 'end');
}

const isPlain = (event: KeyboardEvent): boolean =>
  !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;

function isFieldKey(event: KeyboardEvent): boolean {
  if (event.key === 'Tab') return !event.altKey && !event.ctrlKey && !event.metaKey;
  if (isPlain(event) && /^(Enter|Escape|ArrowUp|ArrowDown)$/.test(event.key)) return true;
  return isMenuKey(event) || ROW_SHORTCUTS.some((shortcut) => matchesShortcut(event, shortcut));
}

const ROW_SHORTCUTS = ['Mod+Enter', 'Alt+Shift+Down', 'Alt+O', 'Alt+Up', 'Alt+Down', 'Alt+M'] as const;

const isMenuKey = (event: KeyboardEvent): boolean =>
  (event.key === 'F10' && event.shiftKey) || event.key === 'ContextMenu';
