import { clockText, datedText } from './canonicalTime.ts';
import { withOriginal } from './original.ts';
import { parseTimeCell, type TimeCellContext } from './parseTimeCell.ts';
import { type RowTime, sameTime } from './rowTime.ts';

/**
 * TM-18: a row's time for a table cell or list of a plain document: the shortest text that `parseTimeCell`
 * reads back as this very time in this context. With the context in which a cell was read it gives the
 * cell's own words back. Empty for a row without a time.
 */
export function formatTimeCell(time: RowTime, context: TimeCellContext): string {
  const { asWritten, zone } = time;
  if (time.at === null && asWritten === null) return '';
  const whole = asWritten === null ? datedText(time) : withOriginal(time, { asWritten, zone });
  const candidates = [clockText(time), datedText(time), `${datedText(time)} UTC`, asWritten, whole];
  const restores = (text: string): boolean => {
    const cell = parseTimeCell(text, context);
    return cell !== null && sameTime(cell.time, time);
  };
  return candidates.find((text) => text !== null && restores(text)) ?? asWritten ?? whole;
}
