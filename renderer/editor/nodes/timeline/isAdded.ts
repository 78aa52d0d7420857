import type { Node } from '@tiptap/pm/model';
import { sameTime } from '../../../../shared/time/rowTime.ts';
import { timeOfAttributes } from '../../../../shared/time/rowTimeAttributes.ts';
import type { TimeEntryContext } from '../../../../shared/time/timeEntryContext.ts';
import { sourceContent } from './newRow.ts';
import type { QuickEntry } from './quickEntry.ts';
import { timeOfEntry } from './timeOfEntry.ts';

/**
 * Whether a row of a timeline says what an entry does, as far as that says a time, a source and milestones.
 *
 * @param contextAt what a time is read beside that is typed for the row with an index
 */
export const isAdded = (
  timeline: Node,
  entry: QuickEntry,
  contextAt: (index: number) => TimeEntryContext,
): boolean =>
  timeline.children.some(
    (row, index) =>
      saysEvent(row, entry, contextAt(index)) &&
      saysSource(row, entry.source) &&
      entry.milestones.every((key) => row.attrs[key] === true),
  );

function saysEvent(row: Node, entry: QuickEntry, context: TimeEntryContext): boolean {
  const words = textIn(row, 'timelineEvent');
  const event = entry.event.trim();
  const { time, lead } = timeOfEntry(entry, context);
  const isAtTime = sameTime(timeOfAttributes(row.attrs), time);
  // A row that was added without a time, or for now, took the minute in which that was.
  const isUntimed = /^(now)?$/i.test(entry.time.trim());
  const saysWhole = words === event && (isUntimed || isAtTime);
  return saysWhole || (lead > 0 && words === event.slice(lead) && isAtTime);
}

function saysSource(row: Node, source: string): boolean {
  const said = sourceContent(row.type.schema, source);
  return said.size === 0 || textIn(row, 'timelineSource') === said.textBetween(0, said.size);
}

const textIn = (row: Node, cell: string): string =>
  row.children
    .filter(({ type }) => type.name === cell)
    .map(({ textContent }) => textContent)
    .join('');
