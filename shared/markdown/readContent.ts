import type { TemplateName } from '../document/about.ts';
import type { Facts } from '../document/facts.ts';
import { textOf } from '../document/readBody.ts';
import { SECTIONS } from '../document/sections.ts';
import type { BodyNode } from '../document/template.ts';
import { isDate } from '../time/calendarDate.ts';
import type { DebriefBlock } from './block/debriefBlock.ts';
import { FACT_LINES, type FactLineKey, NO_FACTS } from './facts/factLines.ts';
import type { FactTexts } from './facts/factList.ts';
import { factsInText } from './facts/factsInText.ts';
import { factsOfText, factText, isDerived, statusOfText } from './facts/factText.ts';
import { type Prelude, takePrelude } from './facts/prelude.ts';
import { withoutTenants } from './facts/tenantsTold.ts';
import { type NoteReader, noteReader } from './forms/noted.ts';
import { type ReadBlocks, readForms } from './forms/readForms.ts';
import { actionNumbers } from './normal/norm.ts';
import type { PostmortemContent } from './postmortemContent.ts';
import { dayIn } from './sections/dayIn.ts';

/** What ordinary blocks are read as, and how their things looked, for finding out what a note must say. */
export interface ReadContent {
  readonly content: PostmortemContent;
  readonly texts: FactTexts | null;
  readonly blocks: ReadBlocks;
  readonly reader: NoteReader;
}

/** Reads a text's ordinary blocks as a postmortem, with what its front matter says. */
export function readContent(
  ordinary: readonly BodyNode[],
  frontMatter: string | null,
  block: DebriefBlock,
): ReadContent {
  const { prelude, rest } = preludeOf(ordinary, block);
  const template = block.template ?? templateOf(prelude, rest);
  const facts = factsOf(prelude, factsInText(rest, frontMatter), block);
  const { blocks, reader } = readNoted(rest, dayNear(facts), block);
  const { body, told } = withoutTenants(blocks.flat(), facts.tenants);
  const shown = prelude.texts?.get('status');
  return {
    content: {
      template,
      status: (shown === undefined ? block.status : statusOfText(shown)) ?? 'draft',
      lastAction: Math.max(block.lastAction ?? 0, ...actionNumbers(body)),
      frontMatter,
      facts: withFactNotes({ ...facts, told: told ?? {} }, prelude, block, ['told']),
      body,
    },
    texts: prelude.texts,
    blocks,
    reader,
  };
}

/** The day for times before the first day in the text: of the first alert, or in the title; else null. */
export function dayNear({ firstAlert, title }: Facts): string | null {
  const day = firstAlert?.slice(0, 10) ?? '';
  return isDate(day) ? day : dayIn(title ?? '', null);
}

/**
 * Reads three times: which forms there are, how the things in them look, and those things with their notes.
 */
function readNoted(
  blocks: readonly BodyNode[],
  near: string | null,
  { notes, empty }: DebriefBlock,
): { readonly blocks: ReadBlocks; readonly reader: NoteReader } {
  const { forms = [], headings = [] } = notes;
  const first = noteReader();
  const plain = readForms(blocks, first, near, empty);
  if (Object.values(notes).every((list) => list.length === 0)) return { blocks: plain, reader: first };
  const second = first.knowing({ forms, headings });
  readForms(blocks, second, near, empty);
  const third = second.knowing(notes);
  return { blocks: readForms(blocks, third, near, empty), reader: third };
}

/** The prelude, unless its list of facts would come out shorter or longer than it is. */
function preludeOf(
  ordinary: readonly BodyNode[],
  block: DebriefBlock,
): { readonly prelude: Prelude; readonly rest: readonly BodyNode[] } {
  const keepsTitle = block.keeps.includes('title') || block.cleared.includes('title');
  const taken = takePrelude(ordinary, keepsTitle, block.keeps.includes('facts'));
  const { texts } = taken.prelude;
  if (texts === null) return taken;
  const template = block.template ?? templateOf(taken.prelude, taken.rest);
  const whole =
    template === 'imported' ? [...texts.values()].every((text) => text !== '') : isWhole(taken.prelude);
  return whole && [...texts.keys()].every((key) => isKept(key, texts, block))
    ? taken
    : takePrelude(ordinary, keepsTitle, true);
}

const isWhole = ({ texts, hasTitle }: Prelude): boolean => hasTitle && texts?.size === FACT_LINES.length;

/** Whether a line comes out as it went in. The duration of the impact may have been worked out anew. */
function isKept(key: FactLineKey, texts: FactTexts, block: DebriefBlock): boolean {
  const text = texts.get(key) ?? '';
  if (key === 'status') return statusOfText(text) !== null;
  if (key === 'statedImpact' && isDerived(text)) return true;
  if (block.facts.some((note) => lineOfFact(note.key) === key && note.text === text)) return true;
  const facts: Facts = { ...NO_FACTS, ...factsOfText(key, text) };
  return factText(key, { facts, status: 'draft' }) === text;
}

/** A text with the whole list of facts and just the sections of a template is of that template. */
function templateOf(prelude: Prelude, blocks: readonly BodyNode[]): TemplateName {
  if (!isWhole(prelude)) return 'imported';
  const headings = blocks.flatMap((block) =>
    block.type === 'heading' && block.attrs?.level === 2 ? [textOf(block)] : [],
  );
  const isOf = (sections: readonly { readonly heading: string }[]): boolean =>
    sections.length === headings.length && sections.every(({ heading }, at) => heading === headings[at]);
  if (isOf(SECTIONS)) return 'full';
  return isOf(SECTIONS.filter(({ short }) => short)) ? 'short' : 'imported';
}

function factsOf(prelude: Prelude, inText: Facts, block: DebriefBlock): Facts {
  const { title, hasTitle, texts } = prelude;
  const listed = [...(texts ?? [])].map(([key, text]) => factsOfText(key, text));
  const facts: Facts = Object.assign({}, inText, hasTitle ? { title } : {}, ...listed);
  const cleared = Object.fromEntries(
    block.cleared.flatMap((key) =>
      key in NO_FACTS && key !== 'told' ? [[key, NO_FACTS[key as keyof Facts]] as const] : [],
    ),
  );
  const keys = Object.keys(NO_FACTS).filter((key) => key !== 'told');
  return withFactNotes({ ...facts, ...cleared }, prelude, block, keys);
}

/** A note on a fact holds as long as the text shows what it was made for. */
function withFactNotes(
  facts: Facts,
  { texts }: Prelude,
  block: DebriefBlock,
  keys: readonly string[],
): Facts {
  const noted = block.facts.flatMap(({ key, text, is }) =>
    keys.includes(key) && shownText(key, facts, texts) === text && fits(key, is) ? [[key, is] as const] : [],
  );
  return { ...facts, ...Object.fromEntries(noted) };
}

/** The line of the list of facts in which a fact stands. */
const lineOfFact = (key: string): string =>
  key === 'commanderTeam' ? 'commander' : key === 'told' ? 'tenants' : key;

/** What the list of facts shows, or would show, where a fact stands. */
export function shownText(key: string, facts: Facts, texts: FactTexts | null): string {
  const line = FACT_LINES.find((other) => other.key === lineOfFact(key));
  if (line === undefined) return '';
  return texts?.get(line.key) ?? factText(line.key, { facts, status: 'draft' });
}

function fits(key: string, value: unknown): boolean {
  if (key === 'told')
    return (
      value !== null &&
      typeof value === 'object' &&
      Object.values(value).every((said) => said === 'yes' || said === 'no')
    );
  if (key === 'tenants' || key === 'regions' || key === 'services')
    return Array.isArray(value) && value.every((member) => typeof member === 'string');
  return key in NO_FACTS && (value === null || typeof value === 'string');
}
