import type { PostmortemStatus } from '../../document/about.ts';
import type { Facts } from '../../document/facts.ts';
import { textOf } from '../../document/readBody.ts';
import type { BodyNode } from '../../document/template.ts';
import { mentionedZone } from '../../time/mentionedZone.ts';
import { linesOf, tidy } from '../forms/cells.ts';
import { dayIn } from '../sections/dayIn.ts';
import { isMetadataHeading, sectionOfWords } from '../sections/headingWords.ts';
import { mentionedZones, seenText } from '../sections/mentionedZones.ts';
import { oncePerBlock } from '../sections/oncePerBlock.ts';
import { zoneOfText } from '../sections/zoneInBlock.ts';
import { zoneInFrontMatter, zoneNamedInFrontMatter } from '../sections/zoneInFrontMatter.ts';
import { type FactLineKey, NO_FACTS } from './factLines.ts';
import { hasFactList } from './factList.ts';
import { BESIDE, pairsInTable } from './factTable.ts';
import { isUnfilled, readFactValue, statusIn, type Zones } from './factValue.ts';
import { factOfWords, isDateLabel, isOwnName, isPageId } from './factWords.ts';
import { frontMatterPairs, type Pair } from './frontMatterPairs.ts';
import { linesOfFacts } from './linesOfFacts.ts';
import { titleOf } from './titleHeading.ts';

/** A text of somebody else's, as far as it is read for facts. */
export interface FactualText {
  readonly blocks: readonly BodyNode[];
  readonly frontMatter: string | null;
  /** Its title stood in front of the blocks, so that no heading of them is one. */
  readonly isTitled: boolean;
}

/** What a text says of a postmortem in its own words. */
export interface SaidInText {
  readonly facts: Facts;
  readonly status: PostmortemStatus | null;
  /** It has a list of facts like ours, which is content: ours says only what that one does not. */
  readonly hasList: boolean;
}

/**
 * The facts that a text of somebody else's says in its front matter, its title, and the lists, tables and
 * lines in front of its sections. They are copied: the text keeps its own words.
 */
export function saidInText(text: FactualText): SaidInText {
  const statements = statementsIn(text);
  // The first of two that say the same is the document's.
  const facts: Partial<Facts> = Object.assign({}, ...statements.map(({ read }) => read).reverse());
  const title = titleOf(text.blocks) ?? facts.title ?? null;
  const status = statements.find(({ key, read }) => key === 'status' && read !== null);
  return {
    facts: { ...NO_FACTS, ...facts, title },
    status: status === undefined ? null : statusIn(status.value),
    hasList: hasFactList(text.blocks),
  };
}

/** A label and its value in a text, and what they say of a fact; null for what the fact cannot hold. */
export interface Statement {
  readonly label: string;
  readonly value: string;
  readonly key: FactLineKey;
  readonly read: Partial<Facts> | null;
}

/**
 * Everything in the front of a text that is said under the name of a fact. Where its own name stands, `First alert`,
 * nothing is that is only called like it, `Incident start`: of a time also where that of its own name is not certain, but
 * for one that nobody has filled in.
 */
export function statementsIn(text: FactualText): readonly Statement[] {
  const statements = allStatements(text);
  const named = statements.filter(
    ({ label, value, key, read }) =>
      isOwnName(label) && !isUnfilled(value) && (read !== null || key === 'firstAlert' || key === 'allClear'),
  );
  const keys = new Set(named.map(({ key }) => key));
  return statements.filter(({ label, key }) => !keys.has(key) || isOwnName(label));
}

function allStatements(text: FactualText): readonly Statement[] {
  const zones = zonesOf(text);
  return pairsOf(text).flatMap(([label, written]) => {
    const key = factOfWords(label);
    const value = tidy(written);
    return key === null || isPageId(label, value)
      ? []
      : [{ label: tidy(label), value, key, read: readFactValue(key, value, zonesAt(label, zones)) }];
  });
}

/** TM-32: the zone that the text states, and one that stands in front of its sections, or behind a clock anywhere. */
function zonesOf(text: FactualText): Zones {
  const { behindClock } = mentionedZones(text.blocks);
  const named = frontBlocks(text).map(zoneNamedIn);
  const mentioned =
    [...named, zoneNamedInFrontMatter(text.frontMatter), behindClock()].find((zone) => zone !== null) ?? null;
  return {
    statedZone: zoneOfText(text.blocks, zoneInFrontMatter(text.frontMatter)),
    mentionedZone: mentioned,
  };
}

const zoneNamedIn = oncePerBlock((block) => mentionedZone(seenText(block)));

/** A label may say itself in which zone its times are: `Started (UTC)`, `Started (CET)`. */
const zonesAt = (label: string, zones: Zones): Zones => {
  if (/\(UTC\)/i.test(label)) return { ...zones, statedZone: 'UTC' };
  const zone = mentionedZone(label);
  return zone === null ? zones : { ...zones, statedZone: zone };
};

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

const pairsOf = (text: FactualText): readonly Pair[] => [
  ...frontMatterPairs(text.frontMatter),
  ...frontBlocks(text).flatMap(pairsIn),
];

/** The blocks in front of the first section, and those under a heading that says metadata. */
function frontBlocks({ blocks, isTitled }: FactualText): readonly BodyNode[] {
  let reading = true;
  // What stands in front of a title, a comment or a badge, makes it none the less one.
  const first = blocks.find(({ type }) => type === 'heading');
  const title = first === blocks[0] || Number(first?.attrs?.level ?? 1) === 1 ? first : undefined;
  return blocks.filter((block) => {
    if (block.type !== 'heading') return reading;
    const words = textOf(block);
    const level = Number(block.attrs?.level ?? 1);
    if (sectionOfWords(words) !== null) reading = false;
    else if (isMetadataHeading(words)) reading = true;
    else if (level <= 2 && (isTitled || block !== title)) reading = false;
    return false;
  });
}

function pairsIn(block: BodyNode): readonly Pair[] {
  switch (block.type) {
    case 'bulletList':
    case 'orderedList':
      return (block.content ?? []).flatMap((item) => pairsInItem(item));
    case 'paragraph':
      return linesOfFacts(block).flatMap(pairOf);
    case 'table':
      return pairsInTable((linesOf(block) ?? []).map((row) => row.map((cell) => cell.map(textOf).join(''))));
    default:
      return [];
  }
}

function pairsInItem({ content = [] }: BodyNode): readonly Pair[] {
  const [line, list, ...others] = content;
  const members = line !== undefined && others.length === 0 ? membersBelow(textOf(line), list) : null;
  if (members !== null) return [members];
  return content.flatMap((child) => (child.type === 'paragraph' ? pairOf(textOf(child)) : pairsIn(child)));
}

/**
 * The label of a fact with a list below it that says its value, as one line; null for every other item. Items that are
 * labelled themselves are facts of their own.
 */
function membersBelow(label: string, list: BodyNode | undefined): Pair | null {
  const [, name] = /^\s*([^:\n]{1,60}):\s*$/.exec(label) ?? [];
  if (name === undefined || factOfWords(name) === null || list?.type !== 'bulletList') return null;
  const items = (list.content ?? []).map(({ content = [] }) => content);
  const lines = items.map(([line]) => (line === undefined ? '' : tidy(textOf(line))));
  if (lines.some((line) => pairOf(line).length > 0)) return null;
  const areShort = items.every(
    ({ length }, at) => length === 1 && (lines[at] ?? '').length <= LONGEST_MEMBER,
  );
  return [name, lines.join(areShort ? '; ' : BESIDE)];
}

/** Longest item that names a member of a fact, in UTF-16 units. */
const LONGEST_MEMBER = 60;

function pairOf(text: string): readonly Pair[] {
  const [, label, value] = /^\s*([^:\n]{1,60}):\s+(\S[^\n]*)$/.exec(text) ?? [];
  return label === undefined || value === undefined ? [] : [[label, value]];
}
