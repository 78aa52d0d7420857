import type { Editor } from '@tiptap/core';
import type { Attrs } from '@tiptap/pm/model';
import type { RowTime } from '../../../../shared/time/rowTime.ts';
import { attributesOfTime, timeOfAttributes } from '../../../../shared/time/rowTimeAttributes.ts';
import { timeAbove } from '../../../../shared/time/timeAbove.ts';
import { zoneReadings } from '../../../../shared/time/zoneReadings.ts';
import { sessionOf } from '../../editorContext.ts';
import { offerUndo } from '../../offerUndo.ts';
import { asOneStep } from '../../rows/asOneStep.ts';
import { carriedDayOf } from './carriedDays.ts';
import type { RowPlace } from './rowPlace.ts';
import { timeContext } from './timeCommands.ts';

/** The zone of a row's time that is to be chosen, where other rows of the timeline wait for the same choice. */
export function zoneInCommon({ timeline, row, index }: RowPlace): string | null {
  const isCommon = timeline.children.some((other, at) => at !== index && waitAlike(other.attrs, row.attrs));
  return isCommon ? row.attrs.zone : null;
}

/** Whether the times of two rows are not settled for the same zone and the same reason. */
const waitAlike = (one: Attrs, other: Attrs): boolean =>
  other.zone !== null &&
  other.unsettled !== null &&
  one.zone === other.zone &&
  one.unsettled === other.unsettled;

/**
 * Reads the times of all rows that wait for the same choice of a zone in the same way, from the top, as one step. A time
 * that cannot be read so stays as it is.
 */
export function chooseForZone(editor: Editor, place: RowPlace, words: string): void {
  const { timeline, timelinePos, row } = place;
  const { tr } = editor.state;
  const context = { ...timeContext(editor, timeline, 0) };
  let above: RowTime | null = null;
  let settled = 0;
  timeline.forEach(({ attrs }, offset, index) => {
    let time = timeOfAttributes(attrs);
    const readings = waitAlike(attrs, row.attrs)
      ? zoneReadings(time, { ...context, above }, carriedDayOf(editor, { ...place, index }))
      : [];
    const reading = readings.find((one) => one.words === words);
    if (reading !== undefined) {
      time = reading.time;
      settled += 1;
      for (const [name, value] of Object.entries(attributesOfTime(time))) {
        if (attrs[name] !== value) tr.setNodeAttribute(timelinePos + 1 + offset, name, value);
      }
    }
    above = timeAbove([time], 1) ?? above;
  });
  if (settled === 0) return;
  asOneStep(editor, () => editor.view.dispatch(tr));
  offerUndo(sessionOf(editor).undo, `${settled} ${settled === 1 ? 'row' : 'rows'} read as ${words}`);
}
