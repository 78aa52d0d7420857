import type { Editor } from '@tiptap/core';
import type { Attrs } from '@tiptap/pm/model';
import type { RowTime } from '../../../../shared/time/rowTime.ts';
import { timeOfAttributes } from '../../../../shared/time/rowTimeAttributes.ts';
import { timeAbove } from '../../../../shared/time/timeAbove.ts';
import { zoneReadings } from '../../../../shared/time/zoneReadings.ts';
import { sessionOf } from '../../editorContext.ts';
import { offerUndo } from '../../offerUndo.ts';
import { carriedDayOf } from './carriedDays.ts';
import type { RowPlace } from './rowPlace.ts';
import { setTimes } from './setTimes.ts';
import { timeContext } from './timeCommands.ts';

/** The zone of a row's time that is to be chosen, where other rows of the timeline wait for the same choice. */
export function zoneInCommon({ timeline, row, index }: RowPlace): string | null {
  const isCommon = timeline.children.some((other, at) => at !== index && waitAlike(other.attrs, row.attrs));
  return isCommon ? row.attrs.zone : null;
}

/** Whether the times of two rows are not settled for the same zone and the same reason. */
const waitAlike = (one: Attrs, other: Attrs): boolean =>
  typeof other.zone === 'string' &&
  typeof other.unsettled === 'string' &&
  one.zone === other.zone &&
  one.unsettled === other.unsettled;

/**
 * Reads the times of all rows that wait for the same choice of a zone in the same way, from the top, as one step. A time
 * that cannot be read so stays as it is.
 */
export function chooseForZone(editor: Editor, place: RowPlace, words: string): void {
  const { timeline, timelinePos, row } = place;
  const context = { ...timeContext(editor, timeline, 0) };
  let above: RowTime | null = null;
  const read = new Map<number, RowTime>();
  timeline.forEach(({ attrs }, offset, index) => {
    let time = timeOfAttributes(attrs);
    const readings = waitAlike(attrs, row.attrs)
      ? zoneReadings(time, { ...context, above }, carriedDayOf(editor, { ...place, index }))
      : [];
    const reading = readings.find((one) => one.words === words);
    if (reading !== undefined) {
      time = reading.time;
      read.set(timelinePos + 1 + offset, time);
    }
    above = timeAbove([time], 1) ?? above;
  });
  if (read.size === 0) return;
  setTimes(editor, read);
  offerUndo(sessionOf(editor).undo, `${read.size} ${read.size === 1 ? 'row' : 'rows'} read as ${words}`);
}
