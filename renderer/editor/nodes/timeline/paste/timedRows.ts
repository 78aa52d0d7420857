import { Fragment, type Node, type Schema } from '@tiptap/pm/model';
import { newId } from '../../../../../shared/document/newId.ts';
import { parseTimeEntry } from '../../../../../shared/time/parseTimeEntry.ts';
import { NO_TIME, type RowTime } from '../../../../../shared/time/rowTime.ts';
import { attributesOfTime } from '../../../../../shared/time/rowTimeAttributes.ts';
import { timeAbove } from '../../../../../shared/time/timeAbove.ts';
import type { TimeEntryContext } from '../../../../../shared/time/timeEntryContext.ts';
import type { PastedRow } from './pastedRow.ts';

/**
 * Pasted rows as rows of a timeline. Each time is read as if it were typed under the row above it, and stays
 * as it was written where it cannot be settled.
 *
 * @param context beside which the first is read
 */
export function timedRows(
  schema: Schema,
  pasted: readonly PastedRow[],
  context: TimeEntryContext,
): readonly Node[] {
  const times: RowTime[] = context.above === null ? [] : [context.above];
  for (const { time } of pasted) {
    times.push(parseTimeEntry(time, { ...context, above: timeAbove(times, times.length) }));
  }
  return rowsAt(schema, pasted, times.slice(-pasted.length));
}

/** Rows of a timeline at their times, one for each. */
export function rowsAt(
  schema: Schema,
  pasted: readonly PastedRow[],
  times: readonly RowTime[],
): readonly Node[] {
  return pasted.map(({ event, source }, index) => {
    const time = times[index] ?? NO_TIME;
    const blocks = event.childCount === 0 ? Fragment.from(schema.node('paragraph')) : event;
    return schema.node('timelineRow', { ...attributesOfTime(time), id: newId() }, [
      schema.node('timelineEvent', null, blocks),
      schema.node('timelineSource', null, source),
    ]);
  });
}
