import type { BodyNode } from '../../shared/document/template.ts';
import { NO_TIME, type RowTime, sameTime } from '../../shared/time/rowTime.ts';
import { timeOfAttributes } from '../../shared/time/rowTimeAttributes.ts';

/** Times that authors give to rows, none of which says what another one says. */
export const TIMES: readonly RowTime[] = [
  { ...NO_TIME, at: '2026-11-24T15:00', precision: 'exact' },
  { ...NO_TIME, at: '2026-11-24T15:10', until: '2026-11-24T15:11', precision: 'exact' },
  { ...NO_TIME, at: '2026-11-24T15:20', precision: 'about', asWritten: '7:20 PST', zone: 'PST' },
  { ...NO_TIME, at: '2026-11-24T15:30', untilUnknown: true, precision: 'exact', asWritten: '15:30-?' },
];

const FIELDS = ['at', 'until', 'asWritten', 'zone'] as const;

/** The first time in a body that says something of one of these times, and not all of it; null for none. */
export function mixedTime(body: readonly BodyNode[]): RowTime | null {
  for (const { type, attrs = {}, content = [] } of body) {
    const time = type === 'timelineRow' ? timeOfAttributes(attrs) : NO_TIME;
    const isOurs = TIMES.some((one) =>
      FIELDS.some((field) => one[field] !== null && one[field] === time[field]),
    );
    if (isOurs && !TIMES.some((one) => sameTime(one, time))) return time;
    const within = mixedTime(content);
    if (within !== null) return within;
  }
  return null;
}
