import type { RowTime } from '../../../time/rowTime.ts';
import type { LeadStyle, RowLead } from './timelineWritten.ts';

/** What each row is known by within its timeline: its time, and from the second row of a time on its place. */
export function rowNames(times: readonly RowTime[]): readonly string[] {
  const seen = new Map<string, number>();
  return times.map(({ at, asWritten }) => {
    const time = asWritten ?? at ?? '';
    const place = (seen.get(time) ?? 0) + 1;
    seen.set(time, place);
    return place === 1 ? time : `${time} #${place}`;
  });
}

/** How each row is written: as the timeline usually is, but for those that it tells apart. */
export function rowLeads(
  times: readonly RowTime[],
  { mark, tail, gap }: LeadStyle,
  others: readonly RowLead[],
): readonly LeadStyle[] {
  const known = new Map(others.map(({ row, style }) => [row, style]));
  return rowNames(times).map((name) => known.get(name) ?? { mark, tail, gap });
}

/** The rows that are written in another way than the timeline usually is. */
export function leadsApart(
  times: readonly RowTime[],
  usual: LeadStyle,
  leads: readonly LeadStyle[],
): readonly RowLead[] {
  return rowNames(times).flatMap((row, at) => {
    const { mark, tail, gap } = leads[at] ?? usual;
    const isUsual = mark === usual.mark && tail === usual.tail && gap === usual.gap;
    return isUsual ? [] : [{ row, style: { mark, tail, gap } }];
  });
}
