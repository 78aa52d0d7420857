const formatters = new Map<string, Intl.DateTimeFormat | null>();

function formatterOf(place: string): Intl.DateTimeFormat | null {
  const known = formatters.get(place);
  if (known !== undefined) return known;
  let formatter: Intl.DateTimeFormat | null = null;
  try {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: place,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (error) {
    // A RangeError is how Intl says that it does not know the place.
    if (!(error instanceof RangeError)) throw error;
  }
  formatters.set(place, formatter);
  return formatter;
}

/** True for an IANA place (`Europe/Oslo`) that this machine's time-zone data knows. */
export function isPlace(place: string): boolean {
  return formatterOf(place) !== null;
}

/**
 * Minutes east of UTC that a place's clocks show at an instant (seconds since 1970), from the machine's own
 * time-zone data. Throws a RangeError for a place that `isPlace` does not know.
 */
export function placeOffset(place: string, seconds: number): number {
  const formatter = formatterOf(place);
  if (formatter === null) throw new RangeError('Not a place of the time-zone data');
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatter.formatToParts(seconds * 1000)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - seconds) / 60);
}
