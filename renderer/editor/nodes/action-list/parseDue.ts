import { parseDueDate } from '../../../../shared/time/parseDueDate.ts';
import type { Parsed } from '../../../ui/date/typedDate.ts';

/** A typed date beside the UTC day of `now`: `2026-12-01`, `+2w`, `fri`. */
export function parseDue(text: string, now: Date): Parsed {
  const { date, reason } = parseDueDate(text, now.toISOString().slice(0, 10));
  if (date !== null) return { value: date };
  if (reason === 'no-such-day') return { wrong: 'There is no such day in the calendar' };
  return { wrong: 'Write a date as 2026-12-01, +2w or fri' };
}
