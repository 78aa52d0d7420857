import type { Facts } from '../../document/facts.ts';
import { textOf } from '../../document/readBody.ts';
import type { BodyNode } from '../../document/template.ts';
import { parseDuration } from '../../time/durations.ts';
import { linesOf, tidy } from '../forms/cells.ts';
import { readTime } from '../forms/timeline/rowTimes.ts';
import { markOf } from '../inline/inlineNodes.ts';
import { dayIn } from '../sections/dayIn.ts';
import { isMetadataHeading, sectionOfWords } from '../sections/headingWords.ts';
import { zoneStatedAmong } from '../sections/statedZones.ts';
import { type FactLineKey, NO_FACTS } from './factLines.ts';
import { factsOfText } from './factText.ts';
import { factOfWords } from './factWords.ts';
import { frontMatterPairs, type Pair } from './frontMatterPairs.ts';
import { titleOf } from './titleHeading.ts';

const LONGEST_VALUE = 200;

/** A text of somebody else's, as far as it is read for facts. */
export interface FactualText {
  readonly blocks: readonly BodyNode[];
  readonly frontMatter: string | null;
  /** Its title stood in front of the blocks, so that no heading of them is one. */
  readonly isTitled: boolean;
}

/**
 * The facts that a text of somebody else's says in its front matter, its title, and the lists, tables and
 * lines in front of its sections. They are copied: the text keeps its own words.
 */
export function factsInText(text: FactualText): Facts {
  // The first of two that say the same is the document's.
  const facts: Partial<Facts> = Object.assign(
    {},
    ...statementsIn(text)
      .map(({ read }) => read)
      .reverse(),
  );
  const title = titleOf(text.blocks) ?? facts.title ?? null;
  return { ...NO_FACTS, ...facts, title };
}

/** A label and its value in a text, and what they say of a fact; null for what the fact cannot hold. */
export interface Statement {
  readonly label: string;
  readonly value: string;
  readonly key: FactLineKey;
  readonly read: Partial<Facts> | null;
}

/** Everything in the front of a text that is said under the name of a fact. */
export function statementsIn(text: FactualText): readonly Statement[] {
  const zone = zoneStatedAmong(text.blocks.filter(({ type }) => type === 'paragraph').map(textOf));
  return pairsOf(text).flatMap(([label, written]) => {
    const key = factOfWords(label);
    const value = tidy(written);
    return key === null
      ? []
      : [{ label: tidy(label), value, key, read: readValue(key, value, zone === 'UTC' ? null : zone) }];
  });
}

/** What the front of a text gives as its date, the first of several, and the day that it names; null for none. */
export function dateInText(text: FactualText): DateInText | null {
  const dates = pairsOf(text)
    .filter(([label]) => isDateLabel(label))
    .map(([label, value]) => ({ label: tidy(label), value: tidy(value), day: dayIn(value, null) }));
  return dates.find(({ day }) => day !== null) ?? dates[0] ?? null;
}

export interface DateInText {
  readonly label: string;
  readonly value: string;
  /** `YYYY-MM-DD`, or null. */
  readonly day: string | null;
}

const isDateLabel = (label: string): boolean =>
  /^(?:incident )?date(?: of (?:the )?incident)?$/i.test(label.trim());

const pairsOf = (text: FactualText): readonly Pair[] => [
  ...frontMatterPairs(text.frontMatter),
  ...frontBlocks(text).flatMap(pairsIn),
];

/** The blocks in front of the first section, and those under a heading that says metadata. */
function frontBlocks({ blocks, isTitled }: FactualText): readonly BodyNode[] {
  let reading = true;
  return blocks.filter((block) => {
    if (block.type !== 'heading') return reading;
    const words = textOf(block);
    const level = Number(block.attrs?.level ?? 1);
    if (sectionOfWords(words) !== null) reading = false;
    else if (isMetadataHeading(words)) reading = true;
    else if (level <= 2 && (isTitled || block !== blocks[0])) reading = false;
    return false;
  });
}

function pairsIn(block: BodyNode): readonly Pair[] {
  switch (block.type) {
    case 'bulletList':
    case 'orderedList':
      return (block.content ?? []).flatMap(({ content = [] }) =>
        content.flatMap((child) => (child.type === 'paragraph' ? pairOf(textOf(child)) : pairsIn(child))),
      );
    case 'paragraph':
      return linesOfFacts(block).flatMap(pairOf);
    case 'table':
      return (linesOf(block) ?? []).flatMap((row): readonly Pair[] => {
        const [label = '', value = '', ...others] = row.map((cell) => cell.map(textOf).join(''));
        return others.length === 0 ? [[label, value]] : [];
      });
    default:
      return [];
  }
}

/** The lines of a paragraph; one that begins with a bold label has a line for each of its bold labels. */
function linesOfFacts({ content = [] }: BodyNode): readonly string[] {
  const isLabel = (node: BodyNode | undefined, at: number): boolean =>
    node !== undefined &&
    markOf(node, 'bold') !== undefined &&
    /:\s*$/.test(node.text ?? '') !== /^\s*:/.test(content[at + 1]?.text ?? '');
  const labelled = isLabel(content[0], 0);
  const lines: string[] = [''];
  for (const [at, node] of content.entries()) {
    if (node.type === 'hardBreak' || (labelled && isLabel(node, at))) lines.push('');
    if (node.type !== 'hardBreak') lines.push(`${lines.pop()}${textOf(node)}`);
  }
  return lines.flatMap(cutAtLabels);
}

/** A line cut in front of each label that is known: lines that line ends alone part are one to a reader. */
function cutAtLabels(line: string): readonly string[] {
  const words = line.split(/\s+/).filter((word) => word !== '');
  const starts = words.flatMap((word, at) => (word.endsWith(':') ? labelStart(words, at) : []));
  const pieces = starts.map((start, at) => words.slice(start, starts[at + 1]).join(' '));
  return starts[0] === 0 && pieces.every(closesBrackets) ? pieces : [line];
}

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

function pairOf(text: string): readonly Pair[] {
  const [, label, value] = /^\s*([^:\n]{1,60}):\s+(\S[^\n]*)$/.exec(text) ?? [];
  return label === undefined || value === undefined ? [] : [[label, value]];
}

/** What a value says of a fact; null for one that the fact cannot hold, or that goes on to say others. */
function readValue(key: FactLineKey, value: string, statedZone: string | null): Partial<Facts> | null {
  if (value === '' || value.length > LONGEST_VALUE) return null;
  if (key !== 'title' && key !== 'detection' && OTHER_LABEL.test(value)) return null;
  switch (key) {
    case 'severity': {
      const severity = severityIn(value);
      return severity === null ? null : { severity };
    }
    case 'firstAlert':
    case 'allClear': {
      const read = readTime(value, { carryDate: null, carryClock: null, statedZone });
      const at = read?.time.at ?? '';
      return at.length > 10 ? { [key]: at.slice(0, 16) } : null;
    }
    case 'statedImpact': {
      const minutes = parseDuration(value);
      return minutes === null ? null : { statedImpact: String(minutes) };
    }
    case 'tenants':
      // How many customers were affected is not who they were.
      if (
        /^\W*(?:about |around |approx\w*\.? |ca\. |over |under )?\d|%|^(?:unknown|none|n\/a)\b/i.test(value)
      )
        return null;
      return { tenants: membersIn(value) };
    case 'regions':
    case 'services':
      return { [key]: membersIn(value) };
    default:
      return factsOfText(key, value);
  }
}

/** The severity that a value begins with or alone names; what others call theirs is not ours (`SEV1`, `2`, `Major`). */
function severityIn(value: string): string | null {
  const named = value.toUpperCase().match(/(?<![\w.-])P[0-3](?![\w.])/g) ?? [];
  const [first, ...others] = new Set(named);
  return first !== undefined && (others.length === 0 || value.toUpperCase().startsWith(first)) ? first : null;
}

/** Another label in the same line: lines that a line end alone parts are one to a reader of Markdown. */
const OTHER_LABEL = /\s[A-Z][\w ]{1,30}: /;

const membersIn = (value: string): readonly string[] =>
  value
    .split(/,| and /)
    .map((member) => member.trim())
    .filter((member) => member !== '');
