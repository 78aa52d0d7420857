import { addDays, dateOfDayNumber, dayNumber } from './calendarDate.ts';
import { isInstant, minuteOfNow } from './instant.ts';
import { type NearTo, nearestDay } from './nearestDay.ts';
import { dayOfRow, instantOfRow, type RowTime } from './rowTime.ts';
import type { DayChoice } from './settleTime.ts';

/** What a typed time is read beside. Instants are UTC `YYYY-MM-DDTHH:MM`. */
export interface TimeEntryContext {
  /** The clock's present minute; seconds, a fraction and Z may follow. */
  readonly now: string;
  /** The nearest row above that has a time (`timeAbove`), or null. */
  readonly above: RowTime | null;
  readonly firstAlert: string | null;
}

/** The context's first alert, where it is an instant. */
export function firstAlertOf({ firstAlert }: TimeEntryContext): string | null {
  return firstAlert !== null && isInstant(firstAlert) ? firstAlert : null;
}

/** TM-3, TM-15: near to the row above, else to the first alert, else today. */
export function dayChoiceOf(context: TimeEntryContext): DayChoice {
  const near = nearTo(context);
  const day = near.kind === 'instant' ? near.instant.slice(0, 10) : near.day;
  const today = minuteOfNow(context.now).slice(0, 10);
  return {
    dayFor: (clock, zone) => nearestDay(clock, zone, near),
    // TM-31: typed, the remark only confirms the nearest day.
    dayAfter: (days, clock, zone) => {
      const nearest = nearestDay(clock, zone, near);
      return context.above !== null && nearest === addDays(day, days) ? nearest : null;
    },
    near: day,
    // An incident lies behind us: "April 19" in November is last April. A wrong clock must not undo the row above.
    notAfter: dateOfDayNumber(Math.max(dayNumber(day), dayNumber(today)) + 1),
  };
}

function nearTo(context: TimeEntryContext): NearTo {
  const { above, now } = context;
  const instant = above === null ? null : instantOfRow(above);
  if (instant !== null) return { kind: 'instant', instant };
  const day = above === null ? null : dayOfRow(above);
  if (day !== null) return { kind: 'day', day };
  const firstAlert = firstAlertOf(context);
  if (firstAlert !== null) return { kind: 'instant', instant: firstAlert };
  return { kind: 'utc-day', day: minuteOfNow(now).slice(0, 10) };
}
