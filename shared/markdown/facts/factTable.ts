import { factOfWords, isDateLabel } from './factWords.ts';
import type { Pair } from './frontMatterPairs.ts';

/** A table's rows, each the texts of its cells. */
type Rows = readonly (readonly string[])[];

/** What the head of the column with the values says; what stands behind it is about them. */
const VALUE_HEAD = /^(?:values?|details?|name|names|info|information|description)?$/i;

/** Labels and their values in a table: in its first two columns, or in its head and the one row below. */
export function pairsInTable(rows: Rows): readonly Pair[] {
  const [head = [], values = [], ...others] = rows;
  if (others.length === 0 && isHeadOfFacts(head, values)) return pairsInColumns(rows);
  const hasNotes = VALUE_HEAD.test(head[1]?.trim() ?? '');
  return rows.map(([label = '', value = '', ...notes]) => [
    label,
    hasNotes ? value : [value, ...notes].filter((text) => text.trim() !== '').join(BESIDE),
  ]);
}

/** Each label in a table's head with what stands in the row below it. */
export const pairsInColumns = ([head = [], values = []]: Rows): readonly Pair[] =>
  head.map((label, at) => [label, values[at] ?? '']);

/** Between the texts of several cells or lines of which it is not certain which is the value. */
export const BESIDE = ' | ';

/** Whether cells name facts, all of them or three at least, and those below do not. */
function isHeadOfFacts(head: readonly string[], [below = '']: readonly string[]): boolean {
  const labels = head.filter((text) => text.trim() !== '');
  const known = labels.filter(isLabel).length;
  return known >= 2 && (known === labels.length || known >= 3) && !isLabel(below);
}

const isLabel = (text: string): boolean => factOfWords(text) !== null || isDateLabel(text);
