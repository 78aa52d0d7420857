import { leadingTime } from '../../../../shared/time/leadingTime.ts';
import { wholeTime } from '../../../../shared/time/original.ts';
import { parseTimeEntry } from '../../../../shared/time/parseTimeEntry.ts';
import type { RowTime } from '../../../../shared/time/rowTime.ts';
import type { TimeEntryContext } from '../../../../shared/time/timeEntryContext.ts';
import type { QuickEntry } from './quickEntry.ts';

/** The time of an entry, and how many characters at the start of its event, without spaces around it, say that. */
export interface TimeOfEntry {
  readonly time: RowTime;
  readonly lead: number;
}

/**
 * What stands in the field of the time is the time; without it a clock that the event begins with, as a pasted line
 * does; else the present minute.
 */
export function timeOfEntry({ time, event }: QuickEntry, context: TimeEntryContext): TimeOfEntry {
  if (time.trim() !== '') return { time: parseTimeEntry(time, context), lead: 0 };
  const lead = leadingTime(event.trim());
  const read = lead === null ? null : parseTimeEntry(lead.time, context);
  return lead === null || read === null || !saysClock(lead.time, read)
    ? { time: parseTimeEntry('now', context), lead: 0 }
    : { time: read, lead: lead.restStart };
}

/** A day alone, certain or not, or `??`, may be what happened. */
function saysClock(words: string, { precision, unsettled }: RowTime): boolean {
  if (unsettled !== null) return wholeTime(words)?.start?.kind === 'clock';
  return precision === 'exact' || precision === 'about';
}
