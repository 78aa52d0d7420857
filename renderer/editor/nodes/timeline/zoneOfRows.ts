import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { attributesOfTime, timeOfAttributes } from '../../../../shared/time/rowTimeAttributes.ts';
import { zoneReadings } from '../../../../shared/time/zoneReadings.ts';
import { sessionOf } from '../../editorContext.ts';
import { offerUndo } from '../../offerUndo.ts';
import { asOneStep } from '../../rows/asOneStep.ts';
import { carriedDayOf } from './carriedDays.ts';
import { type RowPlace, rowAtIndex } from './rowPlace.ts';
import { timeContext } from './timeCommands.ts';

/** The zone of a row's time that is to be chosen, where other rows of the timeline wait for the same choice. */
export function zoneInCommon({ timeline, row }: RowPlace): string | null {
  return rowsAlike(timeline, row).length > 1 ? row.attrs.zone : null;
}

/** The indices of rows whose times are not settled for the zone and the reason that a row's is not. */
function rowsAlike(timeline: Node, { attrs: { zone, unsettled } }: Node): readonly number[] {
  if (zone === null || unsettled === null) return [];
  return timeline.children.flatMap(({ attrs }, index) =>
    attrs.zone === zone && attrs.unsettled === unsettled ? [index] : [],
  );
}

/**
 * Reads the times of all rows that wait for the same choice of a zone in the same way, from the top, as one step. A time
 * that cannot be read so stays as it is.
 */
export function chooseForZone(editor: Editor, { timeline, timelinePos, row }: RowPlace, words: string): void {
  const { tr } = editor.state;
  let settled = 0;
  for (const index of rowsAlike(timeline, row)) {
    const place = rowAtIndex(tr.doc, timelinePos, index);
    if (place === null) continue;
    const context = timeContext(editor, place.timeline, index);
    const readings = zoneReadings(
      timeOfAttributes(place.row.attrs),
      context,
      carriedDayOf(editor, { ...place, timeline, timelinePos }),
    );
    const reading = readings.find((one) => one.words === words);
    if (reading === undefined) continue;
    for (const [name, value] of Object.entries(attributesOfTime(reading.time))) {
      if (place.row.attrs[name] !== value) tr.setNodeAttribute(place.rowPos, name, value);
    }
    settled += 1;
  }
  if (settled === 0) return;
  asOneStep(editor, () => editor.view.dispatch(tr));
  offerUndo(sessionOf(editor).undo, `${settled} ${settled === 1 ? 'row' : 'rows'} read as ${words}`);
}
