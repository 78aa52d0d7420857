import { parseDueDate } from '../../../../shared/time/parseDueDate.ts';
import type { Parsed } from '../../../ui/date/typedDate.ts';

/** A typed date beside the UTC day of `now`: `2026-12-01`, `+2w`, `fri`. */
export function parseDue(text: string, now: Date): Parsed {
  const due = parseDueDate(text, now.toISOString().slice(0, 10));
  if (due.date !== null) return { value: due.date };
  if (due.reason === 'two-readings') {
    return { wrong: `May be two days, by which is the month: write ${due.readings.join(' or ')}` };
  }
  if (due.reason === 'no-such-day') return { wrong: 'There is no such day in the calendar' };
  return { wrong: 'Write a date as 2026-12-01, +2w or fri' };
}
