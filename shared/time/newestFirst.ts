import { originalWords, readConverted, wholeTime, withoutBrackets } from './original.ts';
import { clockSeconds } from './writtenClock.ts';
import { isUtc, readZone } from './zone.ts';

const DAY = 86_400;

/**
 * TM-16: whether the clocks of a timeline, all of one zone, fall from row to row, three at least, so that it may run
 * backwards: read so it is at most half as long as read forwards.
 *
 * @param texts the times as they are written; what they say of days does not matter
 */
export function isNewestFirst(texts: readonly string[]): boolean {
  let above: ZonedClock | null = null;
  let [steps, back] = [0, 0];
  for (const text of texts) {
    const here = clockIn(text);
    if (here === null) continue;
    if (above !== null && above.zone !== here.zone) return false;
    if (above !== null && above.clock !== here.clock) {
      const fall = (above.clock - here.clock + DAY) % DAY;
      if (here.clock > above.clock && fall > DAY / 2) return false;
      steps += 1;
      back += fall;
    }
    above = here;
  }
  return steps > 1 && back * 3 <= steps * DAY;
}

interface ZonedClock {
  /** Seconds since midnight. */
  readonly clock: number;
  readonly zone: string;
}

/** The clock of a time, of one that was converted that of its original; null for none. */
function clockIn(text: string): ZonedClock | null {
  const words = text.trim();
  const converted = words === '' ? null : readConverted(words);
  const written = wholeTime(withoutBrackets(converted === null ? words : originalWords(converted.original)));
  const clock = written?.start?.kind === 'clock' ? clockSeconds(written.start) : null;
  if (written === null || clock === null) return null;
  const { zone } = written;
  return { clock, zone: zone === null || isUtc(readZone(zone)) ? 'UTC' : zone.toUpperCase() };
}
