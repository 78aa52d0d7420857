import { clockText, datedText } from './canonicalTime.ts';
import { originalWords, wholeTime } from './original.ts';
import type { RowTime } from './rowTime.ts';
import { saysMore } from './writtenTime.ts';
import { isUtc, readZone } from './zone.ts';

/** A piece of a shown time; `uncertain` pieces are set apart by colour and carry their meaning as a title. */
export interface TimeSegment {
  readonly text: string;
  readonly uncertain: 'about' | 'end unknown' | 'time unknown' | 'not settled' | null;
}

export interface ShownTime {
  /** All segments together. */
  readonly text: string;
  readonly segments: readonly TimeSegment[];
  /** What was written, to be shown beside the time where it says more than the time does: `14:02 CET`. */
  readonly original: string | null;
}

/** TM-20: a row's time as its cell shows it, without the day, which stands in a separator above. */
export function formatRowTime(time: RowTime): ShownTime {
  const segments = segmentsOf(time);
  return { text: segments.map(({ text }) => text).join(''), segments, original: shownOriginal(time) };
}

function segmentsOf(time: RowTime): readonly TimeSegment[] {
  const { asWritten, unsettled, precision, until } = time;
  if (unsettled !== null) return [{ text: asWritten ?? '??', uncertain: 'not settled' }];
  if (precision === 'unknown') return [{ text: asWritten ?? '??', uncertain: 'time unknown' }];
  const clock = clockText(time);
  if (clock === null) {
    const day: TimeSegment = { text: '??:??', uncertain: 'time unknown' };
    return until === null ? [day] : [day, { text: `–${until}`, uncertain: null }];
  }
  const about: TimeSegment = { text: '~', uncertain: 'about' };
  const end: TimeSegment = { text: '??', uncertain: 'end unknown' };
  const certain = clock.replace(/^~/, '').replace(/\?\?$/, '');
  return [
    ...(precision === 'about' ? [about] : []),
    { text: certain, uncertain: null },
    ...(time.untilUnknown ? [end] : []),
  ];
}

function shownOriginal({ asWritten, zone, unsettled, at }: RowTime): string | null {
  if (asWritten === null || at === null || unsettled !== null) return null;
  const written = wholeTime(asWritten);
  const converted = zone !== null && !isUtc(readZone(zone));
  if (!converted && written !== null && !saysMore(written)) return null;
  return originalWords({ asWritten, zone });
}

/** A row's time where it stands alone, with its day: `2026-11-24 ~14:02`; what was written where not settled. */
export function formatRowTimeAlone(time: RowTime): string {
  return time.at === null ? (time.asWritten ?? '??') : datedText(time);
}
