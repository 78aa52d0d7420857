import type { Editor } from '@tiptap/core';
import { matchesShortcut } from '../../../ui/keyboard.ts';
import { goToStop, leaveByTab, leaveTimeline, selectRow } from './goTo.ts';
import { type RowPlace, rowAtIndex } from './rowPlace.ts';
import { stopsOf } from './rowStops.ts';

export type QuickField = 'time' | 'event' | 'source';

const COLUMNS: readonly QuickField[] = ['time', 'event', 'source'];

/**
 * Keys that lead from the foot of a timeline elsewhere: Tab behind it, Shift Tab and the arrow up into its
 * last row, Esc out of it.
 *
 * @returns whether the key was taken
 */
export function leaveQuickAdd(
  editor: Editor,
  timelinePos: number | null,
  field: QuickField,
  event: KeyboardEvent,
): boolean {
  if (timelinePos === null) return false;
  const last = lastRow(editor, timelinePos);
  if (matchesShortcut(event, 'Tab') && field === 'source') return leaveByTab(editor, timelinePos, false);
  if (matchesShortcut(event, 'Shift+Tab') && field === 'time') {
    return last === null
      ? leaveByTab(editor, timelinePos, true)
      : goInto(editor, timelinePos, last, 'source');
  }
  if (matchesShortcut(event, 'Up')) return goInto(editor, timelinePos, last, field);
  if (matchesShortcut(event, 'Esc')) {
    if (last === null) return leaveTimeline(editor, timelinePos, -1);
    selectRow(editor, last.rowPos);
    return true;
  }
  return false;
}

function lastRow(editor: Editor, timelinePos: number): RowPlace | null {
  const { doc } = editor.state;
  return rowAtIndex(doc, timelinePos, (doc.nodeAt(timelinePos)?.childCount ?? 0) - 1);
}

function goInto(editor: Editor, timelinePos: number, row: RowPlace | null, field: QuickField): boolean {
  if (row === null) return leaveTimeline(editor, timelinePos, -1);
  const stops = stopsOf(row);
  const stop = [...stops].reverse().find((one) => (one.kind === 'time' ? 'time' : one.name) === field);
  goToStop(editor, row, stop ?? stops[COLUMNS.indexOf(field)] ?? { kind: 'time' });
  return true;
}
