import { describeUnsettled } from '../../../../shared/time/describeUnsettled.ts';
import { formatDay } from '../../../../shared/time/formatInstant.ts';
import { formatRowTime } from '../../../../shared/time/formatRowTime.ts';
import { dayOfRow, type RowTime } from '../../../../shared/time/rowTime.ts';

/** A row's time in a sentence, with its day: what is announced, and what a typed time would be. */
export function spokenTime(time: RowTime): string {
  const why = describeUnsettled(time);
  if (why !== null) return why;
  const day = dayOfRow(time);
  if (day === null) return time.asWritten ?? 'Time unknown';
  return time.precision === 'day' ? formatDay(day) : `${formatRowTime(time).text} UTC, ${formatDay(day)}`;
}

/** What a row's time is called for assistive technology. */
export const nameOfTime = (time: RowTime): string =>
  time.unsettled === null ? spokenTime(time) : `${time.asWritten}, not settled`;

/** Ways to write a time, told by the row's own. */
export function timeExamples({ at }: RowTime): readonly string[] {
  const clock = at !== null && at.length > 10 ? at.slice(11, 16) : '14:02';
  return [clock.replace(':', ''), `~${clock}`, `${clock}–??`];
}
