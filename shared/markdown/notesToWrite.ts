import type { BodyNode } from '../document/template.ts';
import { MILESTONE_KEYS } from '../schema/milestones.ts';
import { ACTION_ATTRS } from './forms/actions/readActionList.ts';
import { type Attrs, attrsToNote } from './forms/attrs.ts';
import { LEAD_ATTRS } from './forms/fields/fieldLead.ts';
import { type Look, type Note, type NotedKind, type Notes, ordinals } from './forms/noted.ts';
import { type EmptySections, sectionKeyOf } from './forms/readForms.ts';
import { TIMELINE_ATTRS } from './forms/timeline/readTimeline.ts';
import { milestonesOf, sourceOf } from './forms/timeline/rowParts.ts';
import { TIME_ATTRS } from './forms/timeline/rowTimes.ts';
import { FORM_TYPES } from './forms/writeForms.ts';
import { linkedWhys, withHiddenIds, withoutHiddenIds } from './normal/hiddenIds.ts';
import type { ReadContent } from './readContent.ts';
import { sameData } from './sameData.ts';

/** A postmortem's body beside what an import would make of the text that it is written as. */
export interface Comparison {
  readonly body: readonly BodyNode[];
  /** Every part of the postmortem has the hidden id that an import gives it anyway. */
  readonly idsAreGiven: boolean;
  readonly empty: EmptySections;
  readonly read: ReadContent;
}

type Difference = (was: BodyNode, is: BodyNode, look: Look) => Attrs;

/** The notes of one kind: what `difference` finds between each thing as it was read and as it is. */
function notesOf(
  { read }: Comparison,
  kind: NotedKind,
  was: readonly BodyNode[],
  is: readonly BodyNode[],
  difference: Difference,
): readonly Note[] {
  const looks = read.reader.looks(kind);
  const numbers = ordinals(looks);
  return looks.flatMap((look, at) => {
    const [before, after] = [was[at], is[at]];
    const said = before === undefined || after === undefined ? {} : difference(before, after, look);
    const n = numbers[at] ?? 1;
    return Object.keys(said).length === 0 ? [] : [{ ...look, ...(n === 1 ? {} : { n }), ...said }];
  });
}

const attrsDiffer =
  (names: readonly string[]): Difference =>
  (was, is) =>
    attrsToNote(was.attrs ?? {}, is.attrs ?? {}, names);

/** Headings whose words say another section than they are. */
export function headingNotes(comparison: Comparison): readonly Note[] {
  const headings = (nodes: readonly BodyNode[]): readonly BodyNode[] =>
    nodes.filter(({ type }) => type === 'heading');
  return notesOf(
    comparison,
    'headings',
    headings(comparison.read.blocks.flat()),
    headings(comparison.body),
    attrsDiffer(['section']),
  );
}

/** Blocks that look like another form than they are, or like one that they are not. */
export function formNotes(comparison: Comparison): readonly Note[] {
  const { read, body } = comparison;
  const places = body.flatMap(({ type }, at) => (type === 'heading' ? [] : [at]));
  const was = places.map((at): BodyNode => {
    const [first, ...others] = read.blocks[at] ?? [];
    return first === undefined || others.length > 0 ? { type: 'several' } : first;
  });
  return notesOf(
    comparison,
    'forms',
    was,
    places.map((at) => body[at] as BodyNode),
    (before, after) =>
      before.type === after.type ? {} : { as: FORM_TYPES.has(after.type) ? after.type : 'plain' },
  );
}

/** How forms are laid out, where the text does not show it. */
export function layoutNotes(comparison: Comparison): Notes {
  const { was, is } = formsOf(comparison);
  const notes = (kind: NotedKind, type: string, names: readonly string[]): readonly Note[] => {
    const ofType = (form: BodyNode): boolean => form.type === type;
    return notesOf(comparison, kind, was.filter(ofType), is.filter(ofType), attrsDiffer(names));
  };
  return {
    timelines: notes('timelines', 'timeline', TIMELINE_ATTRS),
    whyChains: notes('whyChains', 'whyChain', ['written']),
    actionLists: notes('actionLists', 'actionList', ['written']),
    fieldLists: notes('fieldLists', 'fieldList', ['written']),
  };
}

/** What is to be noted of rows, whys, actions, fields, checks and signatures. */
export function partNotes(comparison: Comparison): Notes {
  const { was, is } = formsOf(comparison);
  const ids = comparison.idsAreGiven ? [] : ['id'];
  const linked = linkedWhys(comparison.body);
  const notes = (kind: NotedKind, type: string, difference: Difference): readonly Note[] =>
    notesOf(comparison, kind, partsOf(was, type), partsOf(is, type), difference);
  const days = ids.length === 0 ? new Map<BodyNode, string>() : daysOfRows(is);
  return {
    rows: notes('rows', 'timelineRow', (before, after, look) => ({
      ...rowDifference(before, after, ids),
      ...dayToNote(before, look, days.get(after)),
    })),
    whys: notes('whys', 'why', (before, after) =>
      whyDifference(before, after, linked.has(after.attrs?.id) ? ['id'] : ids),
    ),
    actions: notes(
      'actions',
      'actionItem',
      attrsDiffer(ACTION_ATTRS.filter((name) => name !== 'id' || ids.length > 0)),
    ),
    fields: notes('fields', 'field', fieldDifference),
    checks: notes('checks', 'checkItem', attrsDiffer(['key'])),
    signatures: notes('signatures', 'signOffRow', attrsDiffer(['key'])),
  };
}

/** Whether hidden ids are those that an import gives anyway, so that they need no note. */
export const hasGivenIds = (body: readonly BodyNode[]): boolean =>
  sameData(withHiddenIds(withoutHiddenIds(body)), body);

/** The forms that were read from the text and those that are; a section that is not filled in has none. */
function formsOf({ read, body, empty }: Comparison): {
  readonly was: readonly BodyNode[];
  readonly is: readonly BodyNode[];
} {
  const places = body.flatMap((block, at) => {
    const above = body[at - 1];
    const key = above?.type === 'heading' ? sectionKeyOf(above) : null;
    const unfilled = key !== null && empty[key] !== undefined && sameData(read.blocks[at], [block]);
    return FORM_TYPES.has(block.type) && !unfilled ? [at] : [];
  });
  return {
    was: places.flatMap((at) => read.blocks[at] ?? []),
    is: places.map((at) => body[at] as BodyNode),
  };
}

const partsOf = (forms: readonly BodyNode[], type: string): readonly BodyNode[] =>
  forms.flatMap(({ content = [] }) => content.filter((part) => part.type === type));

function rowDifference(was: BodyNode, is: BodyNode, ids: readonly string[]): Attrs {
  const flags = (row: BodyNode): readonly string[] => milestonesOf(row);
  const names = [...TIME_ATTRS, 'keep', ...ids];
  const hidesSource = sourceOf(was).length > 0 && sourceOf(is).length === 0;
  return {
    ...attrsToNote(was.attrs ?? {}, is.attrs ?? {}, names),
    ...(sameData(flags(was), flags(is))
      ? {}
      : { milestones: MILESTONE_KEYS.filter((key) => is.attrs?.[key] === true) }),
    ...(hidesSource ? { source: false } : {}),
  };
}

/** The days of the rows with a time in timelines of several days. */
const daysOfRows = (forms: readonly BodyNode[]): ReadonlyMap<BodyNode, string> =>
  new Map(
    forms.flatMap((form) => {
      const days = partsOf([form], 'timelineRow').flatMap((row): (readonly [BodyNode, string])[] =>
        typeof row.attrs?.at === 'string' ? [[row, row.attrs.at.slice(0, 10)]] : [],
      );
      return new Set(days.map(([, day]) => day)).size > 1 ? days : [];
    }),
  );

/** The day of a row that shows its clock alone, which one that is put above it would change. */
const dayToNote = ({ attrs }: BodyNode, { time = '' }: Look, day: string | undefined): Attrs =>
  day === undefined || time.includes(day) || String(attrs?.at).slice(0, 10) !== day ? {} : { day };

/** A why whose question and answer would be parted otherwise is not parted at all. */
const whyDifference = (was: BodyNode, is: BodyNode, ids: readonly string[]): Attrs => ({
  ...attrsToNote(was.attrs ?? {}, is.attrs ?? {}, ['systemLevel', ...ids]),
  ...(sameData(was.content, is.content) ? {} : { split: false }),
});

/** A field whose words would be parted otherwise says all of what its line begins with. */
function fieldDifference(was: BodyNode, is: BodyNode): Attrs {
  const differ = Object.keys(attrsToNote(was.attrs ?? {}, is.attrs ?? {}, LEAD_ATTRS)).length > 0;
  if (!differ && sameData(was.content, is.content)) return {};
  const said = LEAD_ATTRS.filter((name) => is.attrs?.[name] !== undefined);
  return { lead: Object.fromEntries(said.map((name) => [name, is.attrs?.[name]])) };
}
