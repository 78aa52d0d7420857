import type { Facts } from '../document/facts.ts';
import type { BodyNode } from '../document/template.ts';
import { type DebriefBlock, type FactNote, NOTHING_NOTED } from './block/debriefBlock.ts';
import { factsInText } from './facts/factsInText.ts';
import { takePrelude, withPrelude } from './facts/prelude.ts';
import { clearedFacts, differingFacts, preludeToWrite } from './facts/shownFacts.ts';
import { withTenants } from './facts/tenantsTold.ts';
import type { EmptySections } from './forms/readForms.ts';
import { sectionKeyOf } from './forms/readForms.ts';
import { writeForm } from './forms/writeForms.ts';
import { footnoteLabels, normalBlocks } from './normal/normalBlocks.ts';
import { type Comparison, formNotes, headingNotes, partNotes, timelineNotes } from './notesToWrite.ts';
import type { PostmortemContent } from './postmortemContent.ts';
import { type ReadContent, readContent, shownText } from './readContent.ts';
import { sameData } from './sameData.ts';
import { dayIn } from './sections/dayIn.ts';
import { emptySection, firstWhyId, NOT_FILLED_IN } from './sections/emptySections.ts';
import { sectionEnd } from './sections/saysNothing.ts';
import { walkText } from './sections/textPlace.ts';

/** A postmortem as ordinary blocks, and what its front matter must say so that they are read as it again. */
export interface WrittenContent {
  readonly blocks: readonly BodyNode[];
  readonly block: DebriefBlock;
}

/** @param content in normal form */
export function writeContent(content: PostmortemContent): WrittenContent {
  const { body, empty } = writeEmpty(content);
  const near = content.facts.firstAlert?.slice(0, 10) ?? dayIn(content.facts.title ?? '', null);
  const written = writeForms(withTenants(body, content.facts), near);
  const footnotes = footnoteLabels(written);
  const ordinary = written.flatMap((block, at) =>
    normalBlocks([block], footnotes, at === written.length - 1),
  );
  const inText = factsInText(ordinary, content.frontMatter);
  const prelude = preludeToWrite(content, inText);
  const blocks = withPrelude(prelude, ordinary);
  const keeps = keptFront(blocks, ordinary);
  const start: DebriefBlock = {
    ...NOTHING_NOTED,
    empty,
    keeps,
    cleared: content.template === 'imported' ? clearedFacts(content.facts, inText) : [],
  };
  return { blocks, block: withNotes(content, blocks, start) };
}

/** The body with a line in place of each section that nobody has filled in, and which those are. */
function writeEmpty({ body, template, facts }: PostmortemContent): {
  readonly body: readonly BodyNode[];
  readonly empty: EmptySections;
} {
  if (template === 'imported') return { body, empty: {} };
  const empty: Record<string, string | true> = {};
  const written: BodyNode[] = [];
  let at = 0;
  while (at < body.length) {
    const block = body[at] as BodyNode;
    written.push(block);
    at += 1;
    const key = block.type === 'heading' ? sectionKeyOf(block) : null;
    const end = sectionEnd(body, at - 1);
    const content = body.slice(at, end);
    const whyId = firstWhyId(content);
    // Where tenants are known, the customer impact says who they are.
    const saysTenants = key === 'customerImpact' && facts.tenants.length > 0;
    if (key === null || saysTenants || empty[key] !== undefined) continue;
    if (!sameData(content, emptySection(key, whyId))) continue;
    empty[key] = whyId ?? true;
    written.push(NOT_FILLED_IN);
    at = end;
  }
  return { body: written, empty };
}

function writeForms(body: readonly BodyNode[], near: string | null): BodyNode[] {
  const walk = walkText(body, near);
  return body.map((block) => {
    if (block.type === 'heading') {
      walk.pass(block, sectionKeyOf(block));
      const { section: _, ...attrs } = block.attrs ?? {};
      return { ...block, attrs };
    }
    const { block: written, times } = writeForm(block, walk.here().times);
    walk.pass(written, null);
    if (written !== block) walk.carry(times);
    return written;
  });
}

/** What in front of the body would be taken for a title or list of facts of ours, and is not. */
function keptFront(blocks: readonly BodyNode[], ordinary: readonly BodyNode[]): readonly string[] {
  const choices: readonly (readonly string[])[] = [[], ['title'], ['facts'], ['title', 'facts']];
  const fits = (keeps: readonly string[]): boolean =>
    sameData(takePrelude(blocks, keeps.includes('title'), keeps.includes('facts')).rest, ordinary);
  return choices.find(fits) ?? [];
}

/** Reads the blocks as an import will, and notes what would come out otherwise. */
function withNotes(
  content: PostmortemContent,
  blocks: readonly BodyNode[],
  start: DebriefBlock,
): DebriefBlock {
  const read = (block: DebriefBlock): ReadContent => readContent(blocks, content.frontMatter, block);
  const against = (block: DebriefBlock): Comparison => ({
    read: read(block),
    body: content.body,
    empty: block.empty,
  });
  const named = {
    ...start,
    template: read(start).content.template === content.template ? null : content.template,
  };
  const factual = { ...named, facts: factNotes(read(named).content.facts, content.facts) };
  const first = against(factual);
  const formed = { ...factual, notes: { headings: headingNotes(first), forms: formNotes(first) } };
  const timelines = timelineNotes(against(formed));
  const timed = { ...formed, notes: { ...formed.notes, timelines } };
  const last = against(timed);
  const { status, lastAction, facts } = last.read.content;
  return {
    ...timed,
    notes: { ...timed.notes, ...partNotes(last) },
    facts: sameData(facts.told, content.facts.told)
      ? timed.facts
      : [...timed.facts, { key: 'told', text: shownText('told', facts), is: content.facts.told }],
    status: status === content.status ? null : content.status,
    lastAction: lastAction === content.lastAction ? null : content.lastAction,
  };
}

const factNotes = (read: Facts, wanted: Facts): readonly FactNote[] =>
  differingFacts(read, wanted).map((key) => ({ key, text: shownText(key, read), is: wanted[key] }));
