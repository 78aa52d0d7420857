import { Fragment, type Node, type Schema } from '@tiptap/pm/model';
import { newId } from '../../../../../shared/document/newId.ts';
import { parseTimeEntry } from '../../../../../shared/time/parseTimeEntry.ts';
import type { RowTime } from '../../../../../shared/time/rowTime.ts';
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
  return pasted.map(({ time: written, event, source }) => {
    const time = parseTimeEntry(written, { ...context, above: timeAbove(times, times.length) });
    times.push(time);
    const blocks = event.childCount === 0 ? Fragment.from(schema.node('paragraph')) : event;
    return schema.node('timelineRow', { ...attributesOfTime(time), id: newId() }, [
      schema.node('timelineEvent', null, blocks),
      schema.node('timelineSource', null, source),
    ]);
  });
}
