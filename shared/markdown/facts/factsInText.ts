import { parse } from 'yaml';
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
  const { blocks } = text;
  const zone = zoneStatedAmong(blocks.filter(({ type }) => type === 'paragraph').map(textOf));
  let facts: Partial<Facts> = {};
  for (const [label, value] of pairsOf(text)) {
    const key = factOfWords(label);
    const read = key === null ? null : readValue(key, tidy(value), zone === 'UTC' ? null : zone);
    // The first of two that say the same is the document's.
    if (read !== null) facts = { ...read, ...facts };
  }
  const title = titleOf(blocks) ?? facts.title ?? null;
  return { ...NO_FACTS, ...facts, title };
}

/** The day that the front of a text gives as its date, `YYYY-MM-DD`, or null. */
export function dateInText(text: FactualText): string | null {
  for (const [label, value] of pairsOf(text)) {
    const day = /^(?:incident )?date(?: of (?:the )?incident)?$/i.test(label.trim())
      ? dayIn(value, null)
      : null;
    if (day !== null) return day;
  }
  return null;
}

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

type Pair = readonly [label: string, value: string];

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
  return lines;
}

function pairOf(text: string): readonly Pair[] {
  const [, label, value] = /^\s*([^:\n]{1,60}):\s+(\S[^\n]*)$/.exec(text) ?? [];
  return label === undefined || value === undefined ? [] : [[label, value]];
}

/** Longest front matter that is read for facts, in UTF-16 units. */
const LONGEST_FRONT = 20_000;

/** What was read last: one text is asked for many times. */
let lastRead: { readonly frontMatter: string; readonly pairs: readonly Pair[] } | null = null;

function frontMatterPairs(frontMatter: string | null): readonly Pair[] {
  if (frontMatter === null || frontMatter.length > LONGEST_FRONT) return [];
  if (lastRead?.frontMatter !== frontMatter) lastRead = { frontMatter, pairs: pairsOfYaml(frontMatter) };
  return lastRead.pairs;
}

function pairsOfYaml(frontMatter: string): readonly Pair[] {
  let values: unknown;
  try {
    values = parse(frontMatter, { maxAliasCount: 0 });
  } catch {
    // Front matter that is no YAML is kept as it is, and says no facts.
    return [];
  }
  if (values === null || typeof values !== 'object') return [];
  return Object.entries(values).flatMap(([key, value]): readonly Pair[] => {
    const words = Array.isArray(value) ? value.join(', ') : value;
    return typeof words === 'string' || typeof words === 'number' ? [[key, String(words)]] : [];
  });
}

/** What a value says of a fact; null for one that the fact cannot hold, or that goes on to say others. */
function readValue(key: FactLineKey, value: string, statedZone: string | null): Partial<Facts> | null {
  if (value === '' || value.length > LONGEST_VALUE) return null;
  if (key !== 'title' && key !== 'detection' && OTHER_LABEL.test(value)) return null;
  switch (key) {
    case 'severity': {
      const [severity] = /^P[0-3](?![\w.])/i.exec(value) ?? [];
      return severity === undefined ? null : { severity: severity.toUpperCase() };
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

/** Another label in the same line: lines that a line end alone parts are one to a reader of Markdown. */
const OTHER_LABEL = /\s[A-Z][\w ]{1,30}: /;

const membersIn = (value: string): readonly string[] =>
  value
    .split(/,| and /)
    .map((member) => member.trim())
    .filter((member) => member !== '');
