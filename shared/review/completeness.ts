import { actionStatusOf } from '../document/actionStatus.ts';
import type { Facts, SetFact, TextFact } from '../document/facts.ts';
import { textOf } from '../document/readBody.ts';
import { hasSkeletonGap } from '../document/summarySkeleton.ts';
import type { BodyNode } from '../document/template.ts';
import { isDate } from '../time/calendarDate.ts';
import { isCheckOutOfScope, isSigned, isSignOffOutOfScope } from './countedRows.ts';
import type { Section } from './sectionsOf.ts';
import { timelinePlaces } from './timelineCompleteness.ts';

/** How much of a part of the document is filled in; a part without places has 0 of 0. */
export interface Completeness {
  /** Places that are filled in whole. */
  readonly filled: number;
  /** What the places that are only begun count as together, each less than one. */
  readonly begun: number;
  readonly total: number;
}

export type RingState = 'empty' | 'part' | 'full';

export const ringState = ({ filled, begun, total }: Completeness): RingState =>
  filled + begun === 0 ? 'empty' : filled < total ? 'part' : 'full';

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
  return { filled: texts + sets, begun: 0, total: EXPECTED_TEXTS.length + EXPECTED_SETS.length };
}

const hasText = (node: BodyNode): boolean => textOf(node).trim() !== '' || holdsImage(node);

const holdsImage = (node: BodyNode): boolean =>
  node.type === 'image' || (node.content ?? []).some((child) => holdsImage(child));

const isSet = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

const count = (places: readonly boolean[]): Completeness => ({
  filled: places.filter(Boolean).length,
  begun: 0,
  total: places.length,
});

const childrenOf = (node: BodyNode, type: string): readonly BodyNode[] =>
  (node.content ?? []).filter((child) => child.type === type);

const attributesOf = (node: BodyNode, type: string): readonly NonNullable<BodyNode['attrs']>[] =>
  childrenOf(node, type).map(({ attrs = {} }) => attrs);

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

/** Items that were dropped lack nothing any more and are not counted; a list of nothing else is whole. */
function actionsCompleteness(items: readonly BodyNode[]): Completeness {
  const kept = items.filter(({ attrs }) => actionStatusOf(attrs?.status) !== 'dropped');
  if (kept.length === 0) return count([items.length > 0]);
  const shares = kept.map((item) => 1 - missingActionParts(item).length / ACTION_PARTS.length);
  return {
    ...count(shares.map((share) => share === 1)),
    begun: sumOf(shares.filter((share) => share < 1)),
  };
}

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
      return actionsCompleteness(childrenOf(node, 'actionItem'));
    case 'checklist':
      return count(
        attributesOf(node, 'checkItem')
          .filter((attrs) => !isCheckOutOfScope(attrs, facts.severity))
          .map(({ checked }) => checked === true),
      );
    case 'signOff':
      return count(
        attributesOf(node, 'signOffRow')
          .filter((attrs) => !isSignOffOutOfScope(attrs, facts.severity))
          .map(isSigned),
      );
    default:
      return { filled: hasText(node) ? 1 : 0, begun: 0, total: 0 };
  }
}

/**
 * A section is as full as its forms are; one that holds prose only is full when any of it says something.
 * Prose beside a form neither fills nor empties the form.
 */
export function sectionCompleteness(section: Section, facts: Facts): Completeness {
  const parts = section.nodes.map((node) => nodeCompleteness(node, facts));
  const forms = parts.filter((part) => part.total > 0);
  if (forms.length === 0) return proseCompleteness(section, parts);
  return {
    filled: sumOf(forms.map(({ filled }) => filled)),
    begun: sumOf(forms.map(({ begun }) => begun)),
    total: sumOf(forms.map(({ total }) => total)),
  };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** Prose that still has gaps of the skeleton that it was begun from is half there. */
function proseCompleteness(section: Section, parts: readonly Completeness[]): Completeness {
  const isBegun = parts.some(({ filled }) => filled > 0);
  const hasGap = section.key === 'summary' && section.nodes.some((node) => hasSkeletonGap(textOf(node)));
  return { ...count([isBegun && !hasGap]), begun: isBegun && hasGap ? 0.5 : 0 };
}

/** How many places are filled in whole, of how many: `3/5`. */
const wholeFigure = ({ filled, total }: Completeness): string => `${filled}/${total}`;

/** The share of the whole document that is filled in, 0 to 1: facts and each section of the template count alike. */
export function documentCompleteness(sections: readonly Section[], facts: Facts): number {
  const parts = [
    factsCompleteness(facts),
    ...sections
      .filter((section) => section.key !== null)
      .map((section) => sectionCompleteness(section, facts)),
  ];
  return sumOf(parts.map(({ filled, begun, total }) => (filled + begun) / total)) / parts.length;
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
