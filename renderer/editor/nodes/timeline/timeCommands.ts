import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { readFacts } from '../../../../shared/document/facts.ts';
import { formatForEntry } from '../../../../shared/time/formatForEntry.ts';
import { parseTimeEntry } from '../../../../shared/time/parseTimeEntry.ts';
import type { RowTime } from '../../../../shared/time/rowTime.ts';
import { timeOfAttributes } from '../../../../shared/time/rowTimeAttributes.ts';
import { timeAbove } from '../../../../shared/time/timeAbove.ts';
import type { TimeEntryContext } from '../../../../shared/time/timeEntryContext.ts';
import { type ZoneReading, zoneReadings } from '../../../../shared/time/zoneReadings.ts';
import { announce } from '../../../ui/announcer/announce.ts';
import { sessionOf } from '../../editorContext.ts';
import { carriedDayOf } from './carriedDays.ts';
import type { RowPlace } from './rowPlace.ts';
import { setTimes } from './setTimes.ts';
import { flagAt } from './timelineState.ts';
import { spokenTime } from './timeWords.ts';

/** The present UTC minute. */
export const utcMinute = (): string => new Date().toISOString().slice(0, 16);

export const timesOf = (timeline: Node): readonly RowTime[] =>
  timeline.children.map((row) => timeOfAttributes(row.attrs));

const keptTimes = new WeakMap<Node, readonly (RowTime | null)[]>();

/** For each row of a timeline and for one behind the last: the time that it is read beside. */
function timesAbove(timeline: Node): readonly (RowTime | null)[] {
  const kept = keptTimes.get(timeline);
  if (kept !== undefined) return kept;
  const above: (RowTime | null)[] = [null];
  for (const time of timesOf(timeline)) above.push(timeAbove([time], 1) ?? above[above.length - 1] ?? null);
  keptTimes.set(timeline, above);
  return above;
}

/**
 * What a time is read beside that is typed for the row with an index of a timeline; each part is looked up when
 * it is asked for, since most of a thousand rows that are drawn never ask.
 */
export function timeContext(editor: Editor, timeline: Node, index: number): TimeEntryContext {
  return {
    now: utcMinute(),
    get above() {
      return timesAbove(timeline)[Math.min(index, timeline.childCount)] ?? null;
    },
    get firstAlert() {
      return readFacts(sessionOf(editor).doc).firstAlert;
    },
  };
}

const contextOf = (editor: Editor, { timeline, index }: RowPlace): TimeEntryContext =>
  timeContext(editor, timeline, index);

/** What the field of a row's time holds when it is opened. */
export const editableTime = (editor: Editor, place: RowPlace): string =>
  formatForEntry(timeOfAttributes(place.row.attrs), contextOf(editor, place));

/** What a typed time would be, with the day that it would take. */
export const previewTime = (editor: Editor, place: RowPlace, typed: string): string =>
  spokenTime(parseTimeEntry(typed, contextOf(editor, place)));

/** Stores a typed time with the date it takes; what cannot be settled is stored as it was typed. */
export function commitTime(editor: Editor, place: RowPlace, typed: string): void {
  writeTime(editor, place, parseTimeEntry(typed, contextOf(editor, place)));
}

/** The ways to read a time that was not settled, each to be chosen with one press. */
export const readingsOf = (editor: Editor, place: RowPlace): readonly ZoneReading[] =>
  zoneReadings(timeOfAttributes(place.row.attrs), contextOf(editor, place), carriedDayOf(editor, place));

/** Stores the time that one of the readings gives, as the rows are now. */
export function chooseReading(editor: Editor, place: RowPlace, words: string): void {
  const reading = readingsOf(editor, place).find((one) => one.words === words);
  if (reading !== undefined) writeTime(editor, place, reading.time);
}

function writeTime(editor: Editor, { rowPos }: RowPlace, time: RowTime): void {
  setTimes(editor, new Map([[rowPos, time]]));
  const flag = flagAt(editor.state, rowPos);
  announce(flag?.kind === 'order' ? `${spokenTime(time)}. ${flag.sentence}` : spokenTime(time));
}
