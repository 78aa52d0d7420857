import { secondsOf } from './instant.ts';
import { instantOfRow, type RowTime } from './rowTime.ts';

/** The row's clock without its day: `14:02`, `~14:02:31`, `23:50–00:10`, `12:26–??`; null where it has none. */
export function clockText(time: RowTime): string | null {
  const at = instantOfRow(time);
  if (at === null) return null;
  const about = time.precision === 'about' ? '~' : '';
  return `${about}${at.slice(11)}${endText(time, at)}`;
}

/** The row's time so that it stands alone: with its day, `??` for none. */
export function datedText(time: RowTime): string {
  const { at, until } = time;
  if (at === null) return '??';
  const clock = clockText(time);
  if (clock !== null) return `${at.slice(0, 10)} ${clock}`;
  return until === null ? at : `${at}–${until}`;
}

/** An end without a day is within 24 h of the start, so a later one carries its day. */
function endText(time: RowTime, at: string): string {
  if (time.untilUnknown) return '–??';
  const { until } = time;
  if (until === null) return '';
  const withDay = secondsOf(until) - secondsOf(at) >= 86_400;
  return `–${withDay ? `${until.slice(0, 10)} ` : ''}${until.slice(11)}`;
}

/** True where a text says neither more nor less than the row, but for the kind of dash, `T` and spaces. */
export function isCanonical(text: string, time: RowTime): boolean {
  const plain = (words: string): string =>
    words
      .trim()
      .replace(/\s+/g, ' ')
      .replace(/ ?[-–—‑] ?/g, '-')
      .replace(/(\d)T(?=\d)/g, '$1 ');
  const written = plain(text);
  const clock = clockText(time);
  return written === plain(datedText(time)) || (clock !== null && written === plain(clock));
}
