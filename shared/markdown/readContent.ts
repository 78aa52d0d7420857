import type { PostmortemStatus, TemplateName } from '../document/about.ts';
import type { Facts } from '../document/facts.ts';
import { textOf } from '../document/readBody.ts';
import { SECTIONS } from '../document/sections.ts';
import type { BodyNode } from '../document/template.ts';
import { isDate } from '../time/calendarDate.ts';
import { isInstant } from '../time/instant.ts';
import { zoneInTitle } from '../time/mentionedZone.ts';
import type { DebriefBlock } from './block/debriefBlock.ts';
import { FACT_LINES, NO_FACTS } from './facts/factLines.ts';
import type { FactTexts } from './facts/factList.ts';
import { dateInText, type SaidInText, saidInText } from './facts/factsInText.ts';
import { factsOfText, factText, isDerived, statusOfText } from './facts/factText.ts';
import { type Prelude, takePrelude, withPrelude } from './facts/prelude.ts';
import { preludeToWrite } from './facts/shownFacts.ts';
import { toldInBody, withoutTenants } from './facts/tenantsTold.ts';
import { keptLead } from './facts/titleHeading.ts';
import { actionNumbers } from './forms/actions/numberActions.ts';
import { type Look, type NoteReader, noteReader } from './forms/noted.ts';
import { type EmptySections, type ReadBlocks, readForms } from './forms/readForms.ts';
import type { PostmortemContent } from './postmortemContent.ts';
import { sameData } from './sameData.ts';
import { dayIn } from './sections/dayIn.ts';
import type { SaidInFront } from './sections/textPlace.ts';
import { zoneInFrontMatter, zoneNamedInFrontMatter } from './sections/zoneInFrontMatter.ts';

/** What ordinary blocks are read as, and how their things looked, for finding out what a note must say. */
export interface ReadContent {
  readonly content: PostmortemContent;
  readonly texts: FactTexts | null;
  readonly blocks: ReadBlocks;
  readonly reader: NoteReader;
}

/** The front of a text and how the things in it look, which notes on them do not change. */
export interface ReadWithoutNotes {
  readonly frontMatter: string | null;
  readonly front: Front;
  readonly said: SaidInFront;
  readonly blocks: ReadBlocks;
  readonly reader: NoteReader;
}

/** Reads a text's ordinary blocks without what its front matter notes of the things in them. */
export function readWithoutNotes(
  ordinary: readonly BodyNode[],
  frontMatter: string | null,
  block: DebriefBlock,
): ReadWithoutNotes {
  const front = frontOf(ordinary, frontMatter, block);
  const said = saidInFront(front, front.rest, frontMatter);
  const read = readOn(said);
  const day = dayToKeep(block, read.reader.looks('rows'));
  return day === null || day === said.day ? read : readOn({ ...said, day, at: null });

  function readOn(start: SaidInFront): ReadWithoutNotes {
    const reader = noteReader();
    const blocks = readForms(front.rest, reader, start, front);
    return { frontMatter, front, said: start, blocks, reader };
  }
}

/** The day that a block notes, as long as a row is there that it was noted with. */
function dayToKeep({ day, notes }: DebriefBlock, rows: readonly Look[]): string | null {
  const noted = day === null ? [] : [day, ...(notes.rows ?? [])];
  const isThere = ({ time, text }: Pick<Look, 'time' | 'text'>): boolean =>
    rows.some((row) => row.time === time && row.text === text);
  return noted.some(isThere) ? (day?.is ?? null) : null;
}

/**
 * The postmortem that a text's ordinary blocks are, with what its front matter says.
 *
 * @param block of the same facts and empty sections as the text was read with without its notes
 * @param mayBeOld the text may have been edited by hand since its front matter was written
 */
export function readWithNotes(read: ReadWithoutNotes, block: DebriefBlock, mayBeOld: boolean): ReadContent {
  const { frontMatter, front } = read;
  const { prelude, template, facts, status, titleLead } = front;
  const { blocks, reader } = readNoted(read, block, mayBeOld);
  const whole = blocks.flat();
  const told = toldInBody(whole, facts.tenants) ?? {};
  // An import keeps what its text says of tenants in its own words.
  const body = template === 'imported' ? whole : withoutTenants(whole, facts.tenants);
  return {
    content: {
      template,
      status,
      lastAction: Math.max(block.lastAction ?? 0, ...actionNumbers(body)),
      frontMatter,
      titleLead,
      facts: withFactNotes({ ...facts, told }, prelude, block, ['told']),
      body,
    },
    texts: prelude.texts,
    blocks,
    reader,
  };
}

/** What is said of the times of a text in front of its blocks: the zone, and the day of its front. */
export const saidInFront = (
  content: Pick<PostmortemContent, 'facts' | 'titleLead'>,
  blocks: readonly BodyNode[],
  frontMatter: string | null,
): SaidInFront => ({
  day: dayNear(content, blocks, frontMatter),
  at: isInstant(content.facts.firstAlert ?? '') ? content.facts.firstAlert : null,
  zone: zoneInFrontMatter(frontMatter),
  mentionedZone:
    zoneInTitle(`${content.titleLead ?? ''}${content.facts.title ?? ''}`) ??
    zoneNamedInFrontMatter(frontMatter),
});

/** The day for times before the first day in the text: of the first alert, in the title or given; else null. */
function dayNear(
  { facts: { firstAlert, title }, titleLead }: Pick<PostmortemContent, 'facts' | 'titleLead'>,
  blocks: readonly BodyNode[],
  frontMatter: string | null,
): string | null {
  const day = firstAlert?.slice(0, 10) ?? '';
  return isDate(day)
    ? day
    : (dayIn(title ?? '', null) ??
        dateInText({ blocks, frontMatter, isTitled: titleLead !== null })?.day ??
        null);
}

/**
 * Reads twice more where there are notes: how the things in the forms look that it says there are, and those
 * things with their notes.
 */
function readNoted(
  read: ReadWithoutNotes,
  { notes }: DebriefBlock,
  mayBeOld: boolean,
): Pick<ReadWithoutNotes, 'blocks' | 'reader'> {
  if (Object.values(notes).every((list) => list.length === 0)) return read;
  const { front } = read;
  const { forms = [], headings = [] } = notes;
  const second = read.reader.knowing({ forms, headings });
  readForms(front.rest, second, read.said, front);
  const third = second.knowing(notes, mayBeOld);
  return { blocks: readForms(front.rest, third, read.said, front), reader: third };
}

interface Front {
  readonly prelude: Prelude;
  readonly rest: readonly BodyNode[];
  readonly template: TemplateName;
  readonly isOfTemplate: boolean;
  readonly facts: Facts;
  readonly status: PostmortemStatus;
  readonly titleLead: string | null;
  /** Of what the front matter says is not filled in: what says so in words is content in an imported text. */
  readonly empty: EmptySections;
}

/**
 * Takes off the front of a text what an export would put there again, word for word; the rest of the text
 * keeps everything else. A front that no export of a template has is that of an imported text.
 */
export function frontOf(
  ordinary: readonly BodyNode[],
  frontMatter: string | null,
  block: DebriefBlock,
): Front {
  const keepsTitle = block.keeps.includes('title') || block.cleared.includes('title');
  const keepsFacts = block.keeps.includes('facts');
  const choices = [
    [keepsTitle, keepsFacts],
    [keepsTitle, true],
    [true, keepsFacts],
  ] as const;
  for (const template of [null, 'imported'] as const)
    for (const [title, facts] of choices) {
      const taken = takePrelude(ordinary, title, facts);
      const front = readFront(taken, frontMatter, template === null ? block : { ...block, template });
      const inText = saidInText({ blocks: front.rest, frontMatter, isTitled: front.titleLead !== null });
      const written = withPrelude(preludeAgain(front, inText), front.rest);
      if (sameData(written, ordinary)) return front;
    }
  return readFront(takePrelude(ordinary, true, true), frontMatter, { ...block, template: 'imported' });
}

function readFront(
  { prelude, rest }: { readonly prelude: Prelude; readonly rest: readonly BodyNode[] },
  frontMatter: string | null,
  block: DebriefBlock,
): Front {
  const template = block.template ?? templateOf(prelude, rest, block.empty);
  const { heading } = prelude;
  const titleLead =
    template === 'imported' && heading !== null ? keptLead(heading.lead, heading.title) : null;
  const inText = saidInText({ blocks: rest, frontMatter, isTitled: titleLead !== null });
  const facts = factsOf(prelude, inText.facts, block);
  const shown = prelude.texts?.get('status');
  const status = (shown === undefined ? (inText.status ?? block.status) : statusOfText(shown)) ?? 'draft';
  const isOfTemplate = template !== 'imported';
  const empty = isOfTemplate ? block.empty : {};
  return { prelude, rest, template, isOfTemplate, facts, status, titleLead, empty };
}

/** The prelude that would be written, but for a duration that was worked out: it may have changed. */
function preludeAgain({ prelude, rest, ...front }: Front, inText: SaidInText): Prelude {
  const again = preludeToWrite({ ...front, body: rest }, inText);
  const duration = prelude.texts?.get('statedImpact');
  if (duration === undefined || !isDerived(duration) || again.texts === null) return again;
  const order = FACT_LINES.map(({ key }) => key).filter(
    (key) => again.texts?.has(key) || key === 'statedImpact',
  );
  return {
    ...again,
    texts: new Map(
      order.map((key) => [key, key === 'statedImpact' ? duration : (again.texts?.get(key) ?? '')]),
    ),
  };
}

const isWhole = ({ texts }: Prelude): boolean => texts?.size === FACT_LINES.length;

/**
 * A text with the whole list of facts and just the sections of a template is of that template, and one with
 * sections that are not filled in of the one that has them, whatever else somebody has written into it.
 */
function templateOf(prelude: Prelude, blocks: readonly BodyNode[], empty: EmptySections): TemplateName {
  const isOfTemplate = Object.keys(empty).length > 0;
  if (!isWhole(prelude) && !isOfTemplate) return 'imported';
  const headings = blocks.flatMap((block) =>
    block.type === 'heading' && block.attrs?.level === 2 ? [textOf(block)] : [],
  );
  const isOf = (sections: readonly { readonly heading: string }[]): boolean =>
    sections.length === headings.length && sections.every(({ heading }, at) => heading === headings[at]);
  if (isOf(SECTIONS)) return 'full';
  if (isOf(SECTIONS.filter(({ short }) => short))) return 'short';
  if (!isOfTemplate) return 'imported';
  const isFull = SECTIONS.some(
    ({ key, heading, short }) => !short && (key in empty || headings.includes(heading)),
  );
  return isFull ? 'full' : 'short';
}

function factsOf(prelude: Prelude, inText: Facts, block: DebriefBlock): Facts {
  const { heading, texts } = prelude;
  const listed = [...(texts ?? [])].map(([key, text]) => factsOfText(key, text));
  const facts: Facts = Object.assign({}, inText, heading === null ? {} : { title: heading.title }, ...listed);
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
