import { cursorOn } from './cursor.ts';
import { ENTRY_RULES } from './readingRules.ts';
import { readWrittenZone } from './writtenZone.ts';

const LEADS = [
  /\b(?:times?(?:stamps?)?|zone|clocks?)\b[^.\n]{0,60}?(?:\bin|\bare|\bis|:|=|\()\s*(?:\bin\s+)?(?:the\s+)?/giu,
  /\b(?:time|timeline|when|date)\s*[,/]?\s+(?=(?:utc|gmt|[a-z]{2,4}t)\b)/giu,
];

/**
 * TM-16: the zone that a sentence, a column's head or a heading states for the times below it: "All times in
 * CET (GMT+1).", "Date and Time in CET", "Timeline (times in BST)", "Time (UTC)". Its text, or null.
 */
export function statedZone(text: string): string | null {
  for (const lead of LEADS) {
    for (const found of text.matchAll(lead)) {
      const zone = readWrittenZone(cursorOn(text, found.index + found[0].length), ENTRY_RULES, false);
      if (zone !== null) return zone;
    }
  }
  return null;
}
