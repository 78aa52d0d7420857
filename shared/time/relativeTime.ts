import { parseDuration } from './durations.ts';
import { hasSeconds, instantOf, secondsOf } from './instant.ts';
import { instantOfRow, NO_TIME, type RowTime, unsettledTime } from './rowTime.ts';
import { firstAlertOf, type TimeEntryContext } from './timeEntryContext.ts';

const RELATIVE = /^([+\-−])\s*(\d.*)$/s;

/**
 * TM-4: `+5m`, `+1h30m`, `+5` (minutes), `-2m`: so long after (or before) the row above; without a row above,
 * the first alert. Null for text of another form. A row above that has only a day gives nothing to count from.
 */
export function relativeTime(typed: string, context: TimeEntryContext): RowTime | null {
  const [, sign, length = ''] = RELATIVE.exec(typed) ?? [];
  const minutes = /:|^\d{4}/.test(length) ? null : parseDuration(length);
  if (minutes === null) return null;
  const { above } = context;
  const from = above === null ? firstAlertOf(context) : instantOfRow(above);
  if (from === null) return unsettledTime(typed, 'date-unknown');
  const seconds = secondsOf(from) + (sign === '+' ? minutes : -minutes) * 60;
  const precision = above?.precision === 'about' ? 'about' : 'exact';
  return { ...NO_TIME, at: instantOf(seconds, hasSeconds(from)), precision };
}
