import type { Facts } from '../document/facts.ts';
import type { SectionKey } from '../document/sections.ts';
import type { BodyNode } from '../document/template.ts';
import { type DebriefBlock, type FactNote, NOTHING_NOTED, saysAnything } from './block/debriefBlock.ts';
import { saidInText } from './facts/factsInText.ts';
import { factsOfText } from './facts/factText.ts';
import { type Prelude, withPrelude } from './facts/prelude.ts';
import { clearedFacts, differingFacts, listsAllFacts, preludeToWrite } from './facts/shownFacts.ts';
import { withTenants } from './facts/tenantsTold.ts';
import type { Notes } from './forms/noted.ts';
import type { EmptySections } from './forms/readForms.ts';
import { sectionKeyOf } from './forms/readForms.ts';
import { partRootCauses } from './forms/whys/rootCauseApart.ts';
import { partWhyBlocks } from './forms/whys/whysInBlocks.ts';
import { documentPlace, normalBlocks } from './normal/normalBlocks.ts';
import {
  type Comparison,
  formNotes,
  hasGivenIds,
  headingNotes,
  layoutNotes,
  partNotes,
} from './notesToWrite.ts';
import type { PostmortemContent } from './postmortemContent.ts';
import {
  frontOf,
  type ReadContent,
  type ReadWithoutNotes,
  readWithNotes,
  readWithoutNotes,
  saidInFront,
  shownText,
} from './readContent.ts';
import { sameData } from './sameData.ts';
import { emptySection, firstWhyId, NOT_FILLED_IN } from './sections/emptySections.ts';
import { sectionEnd } from './sections/saysNothing.ts';
import { writtenForms } from './timesInPlace.ts';

/** A postmortem as ordinary blocks, and what its front matter must say so that they are read as it again. */
export interface WrittenContent {
  readonly blocks: readonly BodyNode[];
  readonly block: DebriefBlock;
}

/** @param content in normal form */
export function writeContent(whole: PostmortemContent): WrittenContent {
  const content = { ...whole, body: partWhyBlocks(partRootCauses(whole.body)) };
  const { body, empty } = writeEmpty(content);
  const forms = content.template === 'imported' ? body : withTenants(body, content.body, content.facts);
  const front = saidInFront(content, body, content.frontMatter);
  const written = writtenForms(forms, front);
  const place = documentPlace(written);
  const ordinary = written.flatMap((block, at) => normalBlocks([block], place, at === written.length - 1));
  const { frontMatter, titleLead } = content;
  const inText = saidInText({ blocks: ordinary, frontMatter, isTitled: titleLead !== null });
  const prelude = preludeToWrite(content, inText);
  const blocks = withPrelude(prelude, ordinary);
  const start: DebriefBlock = {
    ...NOTHING_NOTED,
    facts: listNotes(prelude, content.facts),
    empty,
    cleared: listsAllFacts(content.template, inText)
      ? []
      : clearedFacts(content.facts, inText.facts, prelude),
  };
  const keeps = keptFront(ordinary, (told) =>
    frontOf(blocks, frontMatter, { ...start, template: content.template, keeps: told }),
  );
  const isOnAlert =
    front.day !== null &&
    front.day === content.facts.firstAlert?.slice(0, 10) &&
    !sameData(written, writtenForms(forms, { ...front, day: null }));
  const noted = withNotes(content, hasGivenIds(whole.body), blocks, { ...start, keeps });
  const block = isOnAlert ? withDay(noted, front.day, content, blocks) : noted;
  return { blocks, block: withTemplate(block, content) };
}

/** Names the template beside what is noted: the text may be one of it no more when somebody has edited it by hand. */
const withTemplate = (block: DebriefBlock, { template }: PostmortemContent): DebriefBlock =>
  template !== 'imported' && saysAnything(block) ? { ...block, template } : block;

/**
 * Notes the day of times that are on that of the first alert, which somebody may correct in the text. A text of
 * somebody else's gets no note for that alone.
 */
function withDay(
  block: DebriefBlock,
  is: string,
  { template, frontMatter }: PostmortemContent,
  blocks: readonly BodyNode[],
): DebriefBlock {
  if (template === 'imported' && !saysAnything(block)) return block;
  const [row] = readWithoutNotes(blocks, frontMatter, block).reader.looks('rows');
  return row === undefined ? block : { ...block, day: { is, time: row.time ?? '', text: row.text } };
}

/** The body with a line in place of each section that nobody has filled in, and which those are. */
function writeEmpty({ body, template, facts }: PostmortemContent): {
  readonly body: readonly BodyNode[];
  readonly empty: EmptySections;
} {
  if (template === 'imported') return { body, empty: {} };
  const empty: Partial<Record<SectionKey, readonly (string | true)[]>> = {};
  const written: BodyNode[] = [];
  let at = 0;
  while (at < body.length) {
    const block = body[at] as BodyNode;
    written.push(block);
    at += 1;
    const key = block.type === 'heading' ? sectionKeyOf(block) : null;
    // Where it is known who was told, the customer impact says so.
    const saysTenants = key === 'customerImpact' && Object.keys(facts.told).length > 0;
    if (key === null || saysTenants) continue;
    const end = sectionEnd(body, at - 1);
    const content = body.slice(at, end);
    const whyId = firstWhyId(content);
    if (!sameData(content, emptySection(key, whyId))) continue;
    empty[key] = [...(empty[key] ?? []), whyId ?? true];
    written.push(NOT_FILLED_IN);
    at = end;
  }
  return { body: written, empty };
}

/** What in front of the body would be taken for a title or list of facts of ours, and is not. */
function keptFront(
  ordinary: readonly BodyNode[],
  read: (keeps: readonly string[]) => { readonly rest: readonly BodyNode[] },
): readonly string[] {
  const choices: readonly (readonly string[])[] = [[], ['title'], ['facts'], ['title', 'facts']];
  return choices.find((keeps) => sameData(read(keeps).rest, ordinary)) ?? [];
}

/** Reads the blocks as an import will, and notes what would come out otherwise. */
function withNotes(
  content: PostmortemContent,
  idsAreGiven: boolean,
  blocks: readonly BodyNode[],
  start: DebriefBlock,
): DebriefBlock {
  const read = reader(blocks, content.frontMatter);
  const against = (block: DebriefBlock): Comparison => ({
    read: read(block),
    body: content.body,
    idsAreGiven,
    empty: block.empty,
  });
  const isTemplate = read(start).content.template === content.template;
  const named = isTemplate ? start : { ...start, template: content.template };
  const facts = [...named.facts, ...factNotes(read(named), content.facts)];
  const factual = facts.length === named.facts.length ? named : { ...named, facts };
  const headed = withKinds(factual, { headings: headingNotes(against(factual)) });
  const formed = withKinds(headed, { forms: formNotes(against(headed)) });
  const timed = withKinds(formed, layoutNotes(against(formed)));
  const parted = withKinds(timed, partNotes(against(timed)));
  const { content: last, texts } = read(parted);
  return {
    ...parted,
    facts: sameData(last.facts.told, content.facts.told)
      ? parted.facts
      : [
          ...parted.facts,
          { key: 'told', text: shownText('told', last.facts, texts), is: content.facts.told },
        ],
    status: last.status === content.status ? null : content.status,
    lastAction: last.lastAction === content.lastAction ? null : content.lastAction,
  };
}

/** Reads the blocks with what a block notes, and only what has changed since the block before it. */
function reader(
  blocks: readonly BodyNode[],
  frontMatter: string | null,
): (block: DebriefBlock) => ReadContent {
  const readOf = (block: DebriefBlock, plain: ReadWithoutNotes) => ({
    block,
    plain,
    read: readWithNotes(plain, block, false),
  });
  let last: ReturnType<typeof readOf> | null = null;
  return (block) => {
    if (last?.block === block) return last.read;
    const isPlainSame = last !== null && WITHOUT_NOTES.every((key) => last?.block[key] === block[key]);
    last = readOf(
      block,
      last !== null && isPlainSame ? last.plain : readWithoutNotes(blocks, frontMatter, block),
    );
    return last.read;
  };
}

/** What of a block a text is read with before its notes. */
const WITHOUT_NOTES = ['template', 'status', 'keeps', 'cleared', 'facts', 'empty'] as const;

const withKinds = (block: DebriefBlock, notes: Notes): DebriefBlock =>
  Object.values(notes).every((list) => list.length === 0)
    ? block
    : { ...block, notes: { ...block.notes, ...notes } };

/** Facts that the list's own line does not give back. */
function listNotes({ texts }: Prelude, facts: Facts): readonly FactNote[] {
  return [...(texts ?? [])].flatMap(([key, text]) => {
    const read = factsOfText(key, text);
    const differing = (Object.keys(read) as (keyof Facts)[]).filter(
      (name) => !sameData(read[name], facts[name]),
    );
    return differing.map((name) => ({ key: name, text, is: facts[name] }));
  });
}

const factNotes = ({ content, texts }: ReadContent, wanted: Facts): readonly FactNote[] =>
  differingFacts(content.facts, wanted).map((key) => ({
    key,
    text: shownText(key, content.facts, texts),
    is: wanted[key],
  }));
