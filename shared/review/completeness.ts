import type { Facts, SetFact, TextFact } from '../document/facts.ts';
import { textOf } from '../document/readBody.ts';
import { hasSkeletonGap } from '../document/summarySkeleton.ts';
import type { BodyNode } from '../document/template.ts';
import { isDate } from '../time/calendarDate.ts';
import type { Section } from './sectionsOf.ts';
import { timelinePlaces } from './timelineCompleteness.ts';

/**
 * How much of a part of the document is filled in: `filled` of `total` places; a part without places has 0 of 0.
 * A place that is begun counts as a fraction.
 */
export interface Completeness {
  readonly filled: number;
  readonly total: number;
}

export type RingState = 'empty' | 'part' | 'full';

export const ringState = ({ filled, total }: Completeness): RingState =>
  filled === 0 ? 'empty' : filled < total ? 'part' : 'full';

/** Facts that a complete header has. The stated impact and the commander's team may be missing. */
const EXPECTED_TEXTS: readonly TextFact[] = [
  'incidentId',
  'title',
  'severity',
  'firstAlert',
  'allClear',
  'detection',
  'commander',
  'primary',
  'secondary',
  'recorder',
  'author',
];
const EXPECTED_SETS: readonly SetFact[] = ['tenants', 'regions', 'services'];

export function factsCompleteness(facts: Facts): Completeness {
  const texts = EXPECTED_TEXTS.filter((key) => facts[key] !== null).length;
  const sets = EXPECTED_SETS.filter((key) => facts[key].length > 0).length;
  return { filled: texts + sets, total: EXPECTED_TEXTS.length + EXPECTED_SETS.length };
}

const hasText = (node: BodyNode): boolean => textOf(node).trim() !== '' || holdsImage(node);

const holdsImage = (node: BodyNode): boolean =>
  node.type === 'image' || (node.content ?? []).some((child) => holdsImage(child));

const isSet = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

const count = (places: readonly boolean[]): Completeness => ({
  filled: places.filter(Boolean).length,
  total: places.length,
});

const childrenOf = (node: BodyNode, type: string): readonly BodyNode[] =>
  (node.content ?? []).filter((child) => child.type === type);

const atLeastOne = (completeness: Completeness): Completeness =>
  completeness.total === 0 ? { filled: 0, total: 1 } : completeness;

/** The four things without which an action item is not one. */
export const ACTION_PARTS = ['deliverable', 'owner', 'ticket', 'due'] as const;
export type ActionPart = (typeof ACTION_PARTS)[number];

/** What an action item lacks, in that order. A due date in words that are no date is none. */
export function missingActionParts(item: BodyNode): readonly ActionPart[] {
  const attrs = item.attrs ?? {};
  return ACTION_PARTS.filter((part) => {
    if (part === 'deliverable') return !hasText(item);
    return part === 'due' ? !isDate(String(attrs.due ?? '')) : !isSet(attrs[part]);
  });
}

const actionsCompleteness = (items: readonly BodyNode[]): Completeness => ({
  filled: items.reduce((sum, item) => sum + 1 - missingActionParts(item).length / ACTION_PARTS.length, 0),
  total: items.length,
});

function nodeCompleteness(node: BodyNode, facts: Facts): Completeness {
  switch (node.type) {
    case 'fieldList':
      return count(
        childrenOf(node, 'field').map(
          (field) =>
            hasText(field) ||
            isSet(field.attrs?.choice) ||
            isSet(field.attrs?.subject) ||
            (field.attrs?.key === 'tenants' && facts.tenants.length > 0),
        ),
      );
    case 'timeline':
      return count(timelinePlaces(node));
    case 'whyChain':
      return count(
        (node.content ?? []).map((child) =>
          child.type === 'why'
            ? (child.content ?? []).some((part) => part.type === 'whyAnswer' && hasText(part))
            : hasText(child),
        ),
      );
    case 'actionList':
      return atLeastOne(actionsCompleteness(childrenOf(node, 'actionItem')));
    case 'checklist':
      return count(childrenOf(node, 'checkItem').map((item) => item.attrs?.checked === true));
    case 'signOff':
      return count(
        childrenOf(node, 'signOffRow').map((row) => isSet(row.attrs?.name) && isSet(row.attrs?.date)),
      );
    default:
      return { filled: hasText(node) ? 1 : 0, total: 0 };
  }
}

/**
 * A section is as full as its forms are; one that holds prose only is full when any of it says something.
 * Prose beside a form neither fills nor empties the form.
 */
export function sectionCompleteness(section: Section, facts: Facts): Completeness {
  const parts = section.nodes.map((node) => nodeCompleteness(node, facts));
  const forms = parts.filter((part) => part.total > 0);
  if (forms.length === 0) return { filled: proseFilled(section, parts), total: 1 };
  return {
    filled: forms.reduce((sum, part) => sum + part.filled, 0),
    total: forms.reduce((sum, part) => sum + part.total, 0),
  };
}

/** Prose that still has gaps of the skeleton that it was begun from is half there. */
function proseFilled(section: Section, parts: readonly Completeness[]): number {
  if (parts.every((part) => part.filled === 0)) return 0;
  return section.key === 'summary' && section.nodes.some((node) => hasSkeletonGap(textOf(node))) ? 0.5 : 1;
}

/** How many places are filled in whole, of how many: `3/5`. */
const wholeFigure = ({ filled, total }: Completeness): string => `${Math.floor(filled)}/${total}`;

/** The share of the whole document that is filled in, 0 to 1: facts and each section of the template count alike. */
export function documentCompleteness(sections: readonly Section[], facts: Facts): number {
  const parts = [
    factsCompleteness(facts),
    ...sections
      .filter((section) => section.key !== null)
      .map((section) => sectionCompleteness(section, facts)),
  ];
  return parts.reduce((sum, { filled, total }) => sum + filled / total, 0) / parts.length;
}

/** The figure beside a section's name in the outline: rows, whys, or filled of total where it is part filled. */
export function sectionFigure(section: Section, facts: Facts): string {
  const rows = countOf(section.nodes, 'timelineRow');
  if (section.key === 'timeline') return rows === 0 ? '' : rows === 1 ? '1 row' : `${rows} rows`;
  if (section.key === 'rootCause') {
    const whys = countOf(section.nodes, 'why');
    return whys === 0 ? '' : String(whys);
  }
  const completeness = sectionCompleteness(section, facts);
  // A sentence that is begun has no count.
  const isCounted = section.key !== 'summary';
  return ringState(completeness) === 'part' && isCounted ? wholeFigure(completeness) : '';
}

function countOf(nodes: readonly BodyNode[], type: string): number {
  return nodes.reduce(
    (sum, node) => sum + (node.type === type ? 1 : 0) + countOf(node.content ?? [], type),
    0,
  );
}
