import { textOf } from '../../document/readBody.ts';
import { SECTION_KEYS, type SectionKey } from '../../document/sections.ts';
import type { BodyNode } from '../../document/template.ts';
import { withoutSoftBreaks } from '../inline/inlineNodes.ts';
import { documentPlace } from '../normal/normalBlocks.ts';
import { sameData } from '../sameData.ts';
import { emptySection, NOT_FILLED_IN } from '../sections/emptySections.ts';
import { sectionOfWords } from '../sections/headingWords.ts';
import { sectionEnd } from '../sections/saysNothing.ts';
import { type SaidInFront, walkText } from '../sections/textPlace.ts';
import { numberActions } from './actions/numberActions.ts';
import { lookOf, type NoteReader } from './noted.ts';
import { readForm } from './readForm.ts';

/** For each block of the text what it was read as. */
export type ReadBlocks = readonly (readonly BodyNode[])[];

/**
 * Sections that the front matter says are not filled in, by key: `true` for each, in the order of the text,
 * and for a root cause the hidden id of its one why.
 */
export type EmptySections = Readonly<Partial<Record<SectionKey, readonly (string | true)[]>>>;

/** What a text's front says of its sections. */
export interface OfTemplate {
  readonly isOfTemplate: boolean;
  readonly empty: EmptySections;
}

const OF_NO_TEMPLATE: OfTemplate = { isOfTemplate: false, empty: {} };

/** Finds the sections and forms in ordinary blocks. */
export function readForms(
  blocks: readonly BodyNode[],
  notes: NoteReader,
  front: SaidInFront,
  { isOfTemplate, empty }: OfTemplate = OF_NO_TEMPLATE,
): ReadBlocks {
  const walk = walkText(blocks, front);
  const place = documentPlace(blocks);
  const found = new Set<SectionKey>();
  const unfilled = new Map<SectionKey, number>();
  const read: (readonly BodyNode[])[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.type === 'heading') {
      const heading = readHeading(block, blocks[at + 1], notes, found);
      walk.pass(block, sectionSaidBy(heading));
      read.push([heading]);
      continue;
    }
    const as = notes.take('forms', lookOf([block]))?.note.as;
    const headed = read[at - 1]?.[0];
    const section = headed?.type === 'heading' ? sectionKeyOf(headed) : null;
    const told = section === null ? undefined : empty[section]?.[unfilled.get(section) ?? 0];
    if (section !== null && told !== undefined && isUnfilled(blocks, at)) {
      unfilled.set(section, (unfilled.get(section) ?? 0) + 1);
      read.push(emptySection(section, told === true ? null : told) ?? [block]);
      continue;
    }
    const here = { ...walk.here(block), isOfTemplate, notes };
    const form = readForm(block, here, typeof as === 'string' ? as : null, place);
    walk.pass(block, null);
    if (form.nodes[0] !== block) walk.carry(form.times);
    read.push(form.nodes.map(withoutSoftBreaks));
  }
  return numberActions(read);
}

/** Whether a block is all that a section says, and says only that it is not filled in. */
function isUnfilled(blocks: readonly BodyNode[], at: number): boolean {
  return (
    sectionEnd(blocks, at - 1) === at + 1 && JSON.stringify(blocks[at]) === JSON.stringify(NOT_FILLED_IN)
  );
}

export const sectionKeyOf = (heading: BodyNode): SectionKey | null =>
  SECTION_KEYS.find((key) => key === heading.attrs?.section) ?? null;

/** The section that a heading opens: also one of a name that another heading has already. */
export const sectionSaidBy = (heading: BodyNode): SectionKey | null =>
  sectionKeyOf(heading) ?? sectionOfWords(textOf(heading));

/** A heading with its section's key: the first of a name is the section, the last of those that stand there twice. */
function readHeading(
  block: BodyNode,
  next: BodyNode | undefined,
  notes: NoteReader,
  found: Set<SectionKey>,
): BodyNode {
  const note = notes.take('headings', lookOf([block]))?.note;
  const named = sectionOfWords(textOf(block));
  const natural = named === null || found.has(named) || sameData(next, block) ? null : named;
  if (natural !== null) found.add(natural);
  const told = note !== undefined && 'section' in note ? note.section : natural;
  const section = SECTION_KEYS.find((key) => key === told);
  if (section === undefined) return block;
  return { ...block, attrs: { ...block.attrs, section } };
}
