import { cursorOn } from './cursor.ts';
import { ENTRY_RULES } from './readingRules.ts';
import { readWrittenZone } from './writtenZone.ts';

/** A word about times, and after it, in the same sentence and near, what a zone's name can follow. */
const ABOUT_TIMES = /\b(?:times?(?:stamps?|line)?|time ?zone|zone|clocks?)\b/giu;
const BEFORE_ZONE = /(?:\b(?:in|are|is|times?)\b|[:=(])\s*(?:the\s+)?(?=\S)/giu;
const NEAR = 60;

/**
 * TM-16: the zone that a sentence, a column's head or a heading states for the times below it: "All times in
 * CET (GMT+1).", "Date and Time in CET", "Timeline (times in BST)", "Time (UTC)". Its text, or null.
 */
export function statedZone(text: string): string | null {
  for (const { index } of text.matchAll(ABOUT_TIMES)) {
    const [sentence = ''] = text.slice(index, index + NEAR).split(/[.\n]/);
    for (const before of sentence.matchAll(BEFORE_ZONE)) {
      const zone = readWrittenZone(
        cursorOn(text, index + before.index + before[0].length),
        ENTRY_RULES,
        false,
      );
      // "in cat food" names no zone, "in UTC+1" and "in Europe/Oslo" do.
      if (zone !== null && (zone === zone.toUpperCase() || zone.includes('/'))) return zone;
    }
  }
  return null;
}
