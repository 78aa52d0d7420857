import { dayRemark } from './dayRemark.ts';
import { unclearDayAlone } from './unclearDay.ts';

/** What parts words from the event behind them. */
export const PARTED = '\\s*(?::(?=\\s|$)|[–—|;]|\\s-\\s|->|→|$)';

/** Figures in brackets are of what follows them, `(3/5) nodes down`, unless they are parted from it. */
const WORDS_BESIDE = new RegExp(
  `^\\s*(?:\\(([^()]{0,60}\\p{L}[^()]{0,60})\\)|\\(?([^:–—|()]{1,60}?)\\)?${PARTED})`,
  'u',
);

/**
 * TM-31: the words behind a clock, in brackets or in front of what parts it from its event, that may name another day;
 * null for none.
 */
export function wordsBesideClock(line: string): string | null {
  const [, bracketed, parted] = WORDS_BESIDE.exec(line) ?? [];
  const words = bracketed ?? parted ?? '';
  return unclearDayAlone(`(${words})`) === null && dayRemark(words) === null ? null : words;
}
