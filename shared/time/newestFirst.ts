import { readConverted, wholeTime, withoutBrackets } from './original.ts';
import { clockSeconds } from './writtenClock.ts';
import { isUtc, readZone } from './zone.ts';

const DAY = 86_400;

/**
 * TM-16: whether the clocks of a timeline fall from row to row, three at least, so that it may run backwards: read so it is
 * at most half as long as read forwards. Times in another zone than UTC do not count.
 *
 * @param texts the times as they are written; what they say of days does not matter
 */
export function isNewestFirst(texts: readonly string[]): boolean {
  let above: number | null = null;
  let [steps, back] = [0, 0];
  for (const text of texts) {
    const clock = clockIn(text);
    if (clock === null) continue;
    if (above !== null && above !== clock) {
      const fall = (above - clock + DAY) % DAY;
      if (clock > above && fall > DAY / 2) return false;
      steps += 1;
      back += fall;
    }
    above = clock;
  }
  return steps > 1 && back * 3 <= steps * DAY;
}

/** Seconds since midnight, or null. */
function clockIn(text: string): number | null {
  const words = text.trim();
  if (words === '' || readConverted(words) !== null) return null;
  const written = wholeTime(withoutBrackets(words));
  const isOfUtc = written !== null && (written.zone === null || isUtc(readZone(written.zone)));
  return isOfUtc && written.start?.kind === 'clock' ? clockSeconds(written.start) : null;
}
