import { textOf } from '../../document/readBody.ts';
import type { BodyNode } from '../../document/template.ts';
import { markOf } from '../inline/inlineNodes.ts';
import type { FactLineKey } from './factLines.ts';
import { factOfWords, isDateLabel } from './factWords.ts';

/** The lines of a paragraph; one that begins with a bold label has a line for each of its bold labels. */
export function linesOfFacts({ content = [] }: BodyNode): readonly string[] {
  const isLabel = (node: BodyNode | undefined, at: number): boolean =>
    node !== undefined &&
    markOf(node, 'bold') !== undefined &&
    /:\s*$/.test(node.text ?? '') !== /^\s*:/.test(content[at + 1]?.text ?? '');
  const labelled = isLabel(content[0], 0);
  const lines: string[] = [''];
  for (const [at, node] of content.entries()) {
    const isNext = at > 0 && labelled && isLabel(node, at);
    if (isNext) lines.push(withoutSeparator(lines.pop() ?? ''));
    if (node.type === 'hardBreak' || isNext) lines.push('');
    if (node.type !== 'hardBreak') lines.push(`${lines.pop()}${textOf(node)}`);
  }
  return lines.flatMap(cutAtLabels);
}

/** A line without the sign that parts it from the next label: `Severity: P1 · `. */
const withoutSeparator = (line: string): string =>
  line
    .trimEnd()
    .replace(/[;,]$|\s(?:[·•∙|/–—]|-{1,2})$/, '')
    .trimEnd();

/**
 * A line cut in front of each label that is known: lines that line ends alone part are one to a reader. One that
 * begins with another label, as `Owner: `, is cut where two known ones follow, or one of a value that is certain.
 */
function cutAtLabels(line: string): readonly string[] {
  const words = line.split(/\s+/).filter((word) => word !== '');
  const known = words.flatMap((word, at) => (word.endsWith(':') ? labelStart(words, at) : []));
  const starts = known[0] !== 0 && isOtherLine(line, words, known) ? [0, ...known] : known;
  const pieces = starts.map((start, at) => words.slice(start, starts[at + 1]).join(' '));
  const isCut = starts[0] === 0 && pieces.every(closesBrackets);
  return isCut ? [...pieces.slice(0, -1).map(withoutSeparator), ...pieces.slice(-1)] : [line];
}

/** A label of somebody's own at the start of a line, and no end of a sentence behind it. */
const OTHER_LINE = /^\s*\p{Lu}[^\s:]*(?: [^\s:]+){0,3}:\s(?!.*[.!?;]\s)/u;

function isOtherLine(line: string, words: readonly string[], known: readonly number[]): boolean {
  const [first] = known;
  if (first === undefined || !OTHER_LINE.test(line)) return false;
  const label = /^[^:]*/.exec(words.slice(first).join(' '))?.[0] ?? '';
  const key = factOfWords(label);
  return known.length > 1 || (key !== null && SURE.has(key));
}

/** Facts of which no other words are a value. */
const SURE: ReadonlySet<FactLineKey> = new Set([
  'severity',
  'firstAlert',
  'allClear',
  'statedImpact',
  'status',
]);

const closesBrackets = (text: string): boolean => text.split('(').length === text.split(')').length;

/** Where the longest known label begins that ends with a word; nowhere when none does. */
function labelStart(words: readonly string[], end: number): readonly number[] {
  const longest = Math.min(MOST_LABEL_WORDS, end + 1);
  const lengths = Array.from({ length: longest }, (_, at) => longest - at);
  const length = lengths.find((count) => {
    const label = words
      .slice(end + 1 - count, end + 1)
      .join(' ')
      .slice(0, -1);
    return /^\p{Lu}/u.test(label) && (factOfWords(label) !== null || isDateLabel(label));
  });
  return length === undefined ? [] : [end + 1 - length];
}

const MOST_LABEL_WORDS = 6;
