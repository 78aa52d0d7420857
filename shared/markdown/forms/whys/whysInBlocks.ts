import type { BodyNode } from '../../../document/template.ts';
import { linkedWhys, withHiddenIds } from '../../normal/hiddenIds.ts';
import { sameData } from '../../sameData.ts';
import { nextHeading } from '../../sections/saysNothing.ts';
import { NOTHING_IN_FRONT, walkText } from '../../sections/textPlace.ts';
import { node } from '../attrs.ts';
import { joinLine, lineAfterLead } from '../lead.ts';
import { sectionKeyOf } from '../readForms.ts';
import { labelOf, type WhyLabel, type WhyLabelStyle } from './whyLabel.ts';
import { partLine } from './whyParagraph.ts';
import { OUR_WHYS, styleText, type WhyStyle, whyLead, whyStyleOf } from './whyStyle.ts';
import { writeWhyChain } from './writeWhyChain.ts';

/**
 * Under the root cause, whys may be written without a list: a paragraph each, `Why 1: Why did it fail? It was
 * full.`, with its answer in a list behind it or not, or a heading each with the answer below it. In the document they are a chain like every other one.
 */

/** A part of a chain: its label, the line that says it, and what stands below. */
interface Part {
  readonly label: WhyLabel;
  readonly style: WhyLabelStyle;
  readonly line: readonly BodyNode[];
  readonly below: readonly BodyNode[];
}

type Layout = WhyStyle['layout'];

/** Fewer whys than this are no chain. */
const LEAST = 2;

/**
 * A body in which such blocks are chains, as far as they would be written as those blocks again. One that an action is
 * linked to is a list, in which its whys are known again when somebody adds or deletes one by hand.
 *
 * @param normalChain a chain in its normal form
 */
export function joinWhyBlocks(
  body: readonly BodyNode[],
  normalChain: (chain: BodyNode) => BodyNode,
): BodyNode[] {
  const joined = joinAll(body, normalChain);
  const again = joinAll(partWhyBlocks(joined), normalChain);
  const isSame = sameData(withHiddenIds(again), withHiddenIds(joined));
  const linked = linkedWhys(joined);
  const mayPart = ({ content = [] }: BodyNode): boolean =>
    isSame && !content.some(({ attrs }) => linked.has(attrs?.id));
  return joined.map((block) => (mayPart(block) ? block : asList(block)));
}

/** The body with those blocks in place of the chains again, for being written. */
export const partWhyBlocks = (body: readonly BodyNode[]): BodyNode[] =>
  body.flatMap((block) => (layoutOf(block) === 'list' ? [block] : blocksOf(block)));

const layoutOf = (block: BodyNode): Layout => (block.type === 'whyChain' ? whyStyleOf(block).layout : 'list');

const asList = (block: BodyNode): BodyNode =>
  layoutOf(block) === 'list'
    ? block
    : node(
        'whyChain',
        { ...block.attrs, written: styleText({ ...whyStyleOf(block), layout: 'list' }) },
        block.content,
      );

function joinAll(body: readonly BodyNode[], normalChain: (chain: BodyNode) => BodyNode): BodyNode[] {
  const walk = walkText(body, NOTHING_IN_FRONT);
  const joined: BodyNode[] = [];
  let at = 0;
  while (at < body.length) {
    const block = body[at] as BodyNode;
    const found = walk.here(block).section === 'rootCause' ? partsAt(body, at) : [];
    const chain = chainOf(found, layoutAt(block));
    const length = chain === null ? 1 : found.reduce((count, { below }) => count + 1 + below.length, 0);
    for (const passed of body.slice(at, at + length))
      walk.pass(passed, passed.type === 'heading' ? sectionKeyOf(passed) : null);
    joined.push(chain === null ? block : normalChain(chain));
    at += length;
  }
  return joined;
}

const layoutAt = ({ type, attrs }: BodyNode): Layout =>
  type === 'paragraph' ? 'paragraphs' : (`headings${Number(attrs?.level ?? 1)}` as Layout);

/** The parts that follow each other from a block on: a problem, whys by number, the root cause. */
function partsAt(body: readonly BodyNode[], start: number): readonly Part[] {
  const first = body[start] as BodyNode;
  const parts: Part[] = [];
  let at = start;
  for (;;) {
    const block = body[at];
    const part = block === undefined || !isAlike(block, first) ? null : partIn(block, blocksBelow(body, at));
    if (part === null || !follows(part, parts)) return parts;
    parts.push(part);
    at += 1 + part.below.length;
  }
}

const isAlike = (block: BodyNode, first: BodyNode): boolean =>
  block.type === first.type &&
  (block.type === 'paragraph' ||
    (block.type === 'heading' && block.attrs?.level === first.attrs?.level && sectionKeyOf(block) === null));

/** What a part says below its line: the blocks between a heading and the next one, the list behind a why. */
function blocksBelow(body: readonly BodyNode[], at: number): readonly BodyNode[] {
  const [block, next] = body.slice(at, at + 2);
  if (block?.type === 'heading') return body.slice(at + 1, nextHeading(body, at, Number.POSITIVE_INFINITY));
  const isAnswered = next !== undefined && LISTS.has(next.type);
  return isAnswered && labelOf(block?.content ?? [])?.label.kind === 'why' ? [next] : [];
}

const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList']);

/** What may stand below: blocks that are the same inside of a form. */
const BELOW: ReadonlySet<string> = new Set([
  'paragraph',
  'bulletList',
  'orderedList',
  'taskList',
  'blockquote',
  'codeBlock',
  'table',
]);

function partIn(block: BodyNode, below: readonly BodyNode[]): Part | null {
  const line = block.content ?? [];
  const found = labelOf(line);
  if (found === null || !below.every(({ type }) => BELOW.has(type))) return null;
  const words = lineAfterLead(line, whyLead(found.label, { ...OUR_WHYS, [found.label.kind]: found.style }));
  const { kind } = found.label;
  const saysAny = words !== null && (words.length > 0 || (kind === 'why' && below.length > 0));
  return saysAny && (kind !== 'problem' || below.length === 0) ? { ...found, line: words, below } : null;
}

function follows({ label, style }: Part, parts: readonly Part[]): boolean {
  const isAlone = label.kind === 'why' || !parts.some((part) => part.label.kind === label.kind);
  const isClosed = parts.some((part) => part.label.kind === 'rootCause');
  const whys = parts.filter((part) => part.label.kind === 'why');
  const inOrder =
    label.kind === 'problem'
      ? parts.length === 0
      : label.kind === 'rootCause' || label.number === whys.length + 1;
  const known = parts.find((part) => part.label.kind === label.kind)?.style ?? style;
  return isAlone && !isClosed && inOrder && sameData(known, style);
}

function chainOf(parts: readonly Part[], layout: Layout): BodyNode | null {
  if (parts.filter(({ label }) => label.kind === 'why').length < LEAST) return null;
  const styles = Object.fromEntries(parts.map(({ label, style }) => [label.kind, style]));
  const joined = layout === 'paragraphs' && parts.some((part) => partLine(part.line).answer.length > 0);
  const style: WhyStyle = { ...OUR_WHYS, ...styles, joined, layout };
  return node(
    'whyChain',
    { written: styleText(style) },
    parts.map((part) => nodeOf(part, joined)),
  );
}

function nodeOf({ label, line, below }: Part, joined: boolean): BodyNode {
  if (label.kind === 'problem') return node('whyProblem', {}, line);
  if (label.kind === 'rootCause')
    return node('rootCause', {}, [{ type: 'paragraph', content: line }, ...below]);
  const { question, answer } = joined ? partLine(line) : { question: line, answer: [] };
  const blocks: readonly BodyNode[] = [
    ...(answer.length === 0 ? [] : [{ type: 'paragraph', content: answer }]),
    ...below,
  ];
  return node('why', { systemLevel: label.systemLevel || null }, [
    node('whyQuestion', {}, question),
    { type: 'whyAnswer', content: blocks.length === 0 ? [{ type: 'paragraph' }] : blocks },
  ]);
}

/** Each part as the blocks that its item has in a list, the first of them a heading or a paragraph. */
function blocksOf(chain: BodyNode): readonly BodyNode[] {
  const { layout } = whyStyleOf(chain);
  return (writeWhyChain(chain).content ?? []).flatMap(({ content = [] }) => {
    const [first, ...below] = content;
    const line = first?.type === 'paragraph' ? joinLine([], first.content ?? []) : [];
    const rest = first?.type === 'paragraph' ? below : content;
    return layout === 'paragraphs'
      ? [{ type: 'paragraph', content: line }, ...rest]
      : [node('heading', { level: Number(layout.slice(-1)) }, line), ...rest];
  });
}
