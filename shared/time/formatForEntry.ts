import { clockText, datedText } from './canonicalTime.ts';
import { withOriginal } from './original.ts';
import { parseTimeEntry } from './parseTimeEntry.ts';
import { type RowTime, sameTime } from './rowTime.ts';
import type { TimeEntryContext } from './timeEntryContext.ts';

/**
 * TM-19: what the time cell holds when someone begins to edit it: the shortest text that `parseTimeEntry`
 * reads back as this very time in this context. `14:02` where the day goes without saying, else
 * `2026-11-24 14:02`; for a converted time what was written, or all of it: `2026-11-24 13:02 UTC (14:02 CET)`.
 * A time that was not settled gives its words, which may settle in another context.
 */
export function formatForEntry(time: RowTime, context: TimeEntryContext): string {
  const { asWritten, zone } = time;
  const whole = asWritten === null ? datedText(time) : withOriginal(time, { asWritten, zone });
  const candidates = [clockText(time), asWritten, datedText(time)];
  if (time.at === null && asWritten === null) return '';
  return candidates.find((text) => text !== null && sameTime(parseTimeEntry(text, context), time)) ?? whole;
}
