import type { Editor } from '@tiptap/core';
import { attributesOfTime } from '../../../../shared/time/rowTimeAttributes.ts';
import { announce } from '../../../ui/announcer/announce.ts';
import { isEmptyEntry, type QuickEntry } from './quickEntry.ts';
import { insertRow } from './rowCommands.ts';
import { setTimes } from './setTimes.ts';
import { timeContext } from './timeCommands.ts';
import { type TimeOfEntry, timeOfEntry } from './timeOfEntry.ts';
import { spokenTime } from './timeWords.ts';

/** How the time of an entry is read at the foot of a timeline; null while the entry is empty. */
function readTime(editor: Editor, timelinePos: number, entry: QuickEntry): TimeOfEntry | null {
  const timeline = editor.state.doc.nodeAt(timelinePos);
  if (timeline?.type.name !== 'timeline' || isEmptyEntry(entry)) return null;
  return timeOfEntry(entry, timeContext(editor, timeline, timeline.childCount));
}

/** What the typed time will be, with the day that it takes; null while the entry is empty. */
export function previewEntry(editor: Editor, timelinePos: number | null, entry: QuickEntry): string | null {
  const read = timelinePos === null ? null : readTime(editor, timelinePos, entry);
  if (read === null) return null;
  if (entry.time.trim() === '' && read.lead === 0) return 'Without a time it takes the present UTC minute';
  return spokenTime(read.time);
}

/**
 * Adds a row at the end of a timeline. A time that its event begins with is taken out of that as a step of its own:
 * undo first gives the words back as they were typed, at the present minute.
 *
 * @returns false where there is nothing to add
 */
export function addQuickRow(editor: Editor, timelinePos: number, entry: QuickEntry): boolean {
  const { source, milestones } = entry;
  const read = readTime(editor, timelinePos, entry);
  const timeline = editor.state.doc.nodeAt(timelinePos);
  if (read === null || timeline === null || !editor.isEditable) return false;
  const event = entry.event.trim();
  const typed = read.lead === 0 ? read : readTime(editor, timelinePos, { ...entry, time: 'now' });
  const marks = Object.fromEntries(milestones.map((key) => [key, true]));
  const attrs = { ...(typed === null ? {} : attributesOfTime(typed.time)), ...marks };
  const at = insertRow(editor, timelinePos, timeline.childCount, { attrs, event, source });
  if (read.lead > 0) takeTimeOut(editor, at, read);
  const dom = editor.view.nodeDOM(at);
  if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'nearest' });
  announce(`Row added: ${spokenTime(read.time)}`);
  return true;
}

/** From a row to the first word in its event: the row, the event and the paragraph begin before it. */
const TO_FIRST_WORD = 3;

function takeTimeOut(editor: Editor, rowPos: number, { time, lead }: TimeOfEntry): void {
  const from = rowPos + TO_FIRST_WORD;
  setTimes(editor, new Map([[rowPos, time]]), editor.state.tr.delete(from, from + lead));
}
