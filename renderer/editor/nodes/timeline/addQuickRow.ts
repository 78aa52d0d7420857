import type { Editor } from '@tiptap/core';
import type { MilestoneKey } from '../../../../shared/schema/milestones.ts';
import { parseTimeEntry } from '../../../../shared/time/parseTimeEntry.ts';
import type { RowTime } from '../../../../shared/time/rowTime.ts';
import { attributesOfTime } from '../../../../shared/time/rowTimeAttributes.ts';
import { announce } from '../../../ui/announcer/announce.ts';
import { insertRow } from './rowCommands.ts';
import { timeContext } from './timeCommands.ts';
import { spokenTime } from './timeWords.ts';

/** What stands in the fields at the foot of a timeline. */
export interface QuickEntry {
  readonly time: string;
  readonly event: string;
  readonly source: string;
  readonly milestones: readonly MilestoneKey[];
}

export const EMPTY_ENTRY: QuickEntry = { time: '', event: '', source: '', milestones: [] };

export const isEmptyEntry = ({ time, event, source, milestones }: QuickEntry): boolean =>
  [time, event, source].every((text) => text.trim() === '') && milestones.length === 0;

/** The time of an entry; the present minute where none was typed. */
function timeOfEntry(editor: Editor, timelinePos: number, { time }: QuickEntry): RowTime | null {
  const timeline = editor.state.doc.nodeAt(timelinePos);
  if (timeline?.type.name !== 'timeline') return null;
  return parseTimeEntry(
    time.trim() === '' ? 'now' : time,
    timeContext(editor, timeline, timeline.childCount),
  );
}

/** What the typed time will be, with the day that it takes; null while the entry is empty. */
export function previewEntry(editor: Editor, timelinePos: number | null, entry: QuickEntry): string | null {
  if (isEmptyEntry(entry) || timelinePos === null) return null;
  if (entry.time.trim() === '') return 'Without a time it takes the present UTC minute';
  const time = timeOfEntry(editor, timelinePos, entry);
  return time === null ? null : spokenTime(time);
}

/**
 * Adds a row at the end of a timeline.
 * @returns false where there is nothing to add
 */
export function addQuickRow(editor: Editor, timelinePos: number, entry: QuickEntry): boolean {
  const { event, source, milestones } = entry;
  const time = isEmptyEntry(entry) ? null : timeOfEntry(editor, timelinePos, entry);
  const timeline = editor.state.doc.nodeAt(timelinePos);
  if (time === null || timeline === null || !editor.isEditable) return false;
  const marks = Object.fromEntries(milestones.map((key) => [key, true]));
  const at = insertRow(editor, timelinePos, timeline.childCount, {
    attrs: { ...attributesOfTime(time), ...marks },
    event: event.trim(),
    source,
  });
  const dom = editor.view.nodeDOM(at);
  if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'nearest' });
  announce(`Row added: ${spokenTime(time)}`);
  return true;
}
