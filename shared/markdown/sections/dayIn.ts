import { cursorOn } from '../../time/cursor.ts';
import { readDate, settleDate } from '../../time/writtenDate.ts';

const LONGEST = 300;

/** The first day that a heading names, `YYYY-MM-DD`; one without a year is the nearest to `near`. Else null. */
export function dayIn(text: string, near: string | null): string | null {
  for (const { index } of text.slice(0, LONGEST).matchAll(/(?<![\p{L}\d])[\p{L}\d]/gu)) {
    const written = readDate(cursorOn(text, index));
    const day = written === null ? null : settleDate(written, near, null);
    if (day !== null) return day;
  }
  return null;
}
