import type { RowTime } from './rowTime.ts';
import { isZoneName } from './writtenZone.ts';
import { utcOffsetName } from './zone.ts';
import { meaningsOf } from './zoneNames.ts';

/** Why a row's time stands as it was written, in a sentence without its full stop; null for a settled time. */
export function describeUnsettled({ unsettled, zone }: RowTime): string | null {
  switch (unsettled) {
    case null:
      return null;
    case 'ambiguous-zone':
      return describeAmbiguous(zone ?? 'The zone');
    case 'unknown-zone':
      return describeUnread(zone);
    case 'zone-not-in-use':
      return `${zone ?? 'The zone'} is not in use at that date and time`;
    case 'zone-contradicts-offset':
      return zone !== null && /[([]/.test(zone)
        ? `${zone} contradicts itself`
        : 'The time beside it is another one';
    case 'range-or-offset':
      return 'May be a range, or a time with its offset from UTC';
    case 'date-unknown':
      return 'The date is missing, or not one in the calendar';
    case 'not-a-time':
      return 'Not a time that Debrief can read';
  }
}

/** TM-32: a zone that is known was named near the time, and not for it. */
function describeUnread(zone: string | null): string {
  if (zone === null || !isZoneName(zone)) return `${zone ?? 'The zone'} is not a zone that Debrief knows`;
  return `The text names ${zone}: check whether this time is in it or in UTC`;
}

function describeAmbiguous(zone: string): string {
  const meanings = meaningsOf(zone);
  if (meanings.length < 2) return `Clocks in ${zone} show that time twice`;
  const uses = meanings.map(({ offset, where }) => `${where} (${utcOffsetName(offset)})`);
  return `${zone} is used in ${uses.slice(0, -1).join(', ')} and ${uses[uses.length - 1]}`;
}
