import type { BodyNode } from '../document/template.ts';
import { daysTaken, rowsIn } from './daysTaken.ts';
import { hasFactList } from './facts/factList.ts';
import { factsNotTaken } from './facts/factsNotTaken.ts';
import { type NoActions, whyNoActions } from './forms/actions/readActionList.ts';
import { rowsWithExtraCells } from './forms/extraCells.ts';
import type { Notes } from './forms/noted.ts';
import type { ReadBlocks } from './forms/readForms.ts';
import { NOTHING_SAID, readTime } from './forms/timeline/rowTimes.ts';
import { leadIn } from './forms/timeline/timedLead.ts';
import { writeForm } from './forms/writeForms.ts';
import { linkedTimesLeft } from './linkedTimes.ts';
import { type PlacedBlock, placedBlocks } from './placedBlocks.ts';
import type { PostmortemContent } from './postmortemContent.ts';
import type { ReadWithoutNotes } from './readContent.ts';
import { whysLeft } from './whysLeft.ts';

/** What a person should know of how a text of somebody else's was read, a sentence each. */
export function importNotes(
  { front: { rest, template, titleLead }, frontMatter, said, blocks }: ReadWithoutNotes,
  { facts, body }: PostmortemContent,
  notes: Notes,
): readonly string[] {
  const text = { blocks: rest, frontMatter, isTitled: titleLead !== null };
  const placed = placedBlocks(body, said);
  if (template !== 'imported')
    return [
      ...(hasFactList(rest) ? factsNotTaken(text, facts) : []),
      ...formsLeft(placed),
      ...linksLost(body, notes),
      ...cellsJoined(rest, blocks),
    ];
  return [
    ...factsNotTaken(text, facts),
    ...daysTaken(rest, said.day, body),
    ...timesFlagged(body),
    ...listsLeft(placed),
    ...linkedTimesLeft(placed),
    ...formsLeft(placed),
    ...marksLeft(rest, blocks),
  ];
}

/** That times are flagged, and stay as they are written, until a person settles them. */
function timesFlagged(body: readonly BodyNode[]): readonly string[] {
  const count = rowsIn(body).filter(({ attrs }) => typeof attrs?.unsettled === 'string').length;
  const times =
    count === 1
      ? 'One time of the timeline is flagged: its'
      : `${count} times of the timeline are flagged: their`;
  return count === 0
    ? []
    : [
        `${times} day, half of the day or zone is not certain. What was written stays until somebody settles it.`,
      ];
}

const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList']);

/**
 * That a list in which items begin with times is no timeline: too many have none, or the first, or it stands where
 * no timeline is said to be.
 */
function listsLeft(blocks: readonly PlacedBlock[]): readonly string[] {
  return blocks.flatMap(({ block, place: { isTimeline, saysTimeline, times } }) => {
    const items = LISTS.has(block.type) ? (block.content ?? []) : [];
    const leads = items.map(({ content = [] }) => leadIn(content, times));
    const timed = leads.filter((lead) => lead !== null).length;
    const begin = `${timed} of its ${items.length} entries begin with a time`;
    if (timed < 2) return [];
    if (isTimeline) return [`A list of the timeline stays a list: ${begin}.`];
    const isTimed = saysTimeline || leads.every((lead) => lead !== null && hasClock(lead.time));
    return isTimed ? [`A list outside the timeline stays a list: ${begin}.`] : [];
  });
}

const formsLeft = (blocks: readonly PlacedBlock[]): readonly string[] => [
  ...whysLeft(blocks),
  ...actionsLeft(blocks),
];

/** That a table of action items stays a table, and why. */
function actionsLeft(blocks: readonly PlacedBlock[]): readonly string[] {
  return blocks.flatMap(({ block, place: { section } }) => {
    const reason = section === 'actionItems' && block.type === 'table' ? whyNoActions(block) : null;
    return reason === null ? [] : [`A table of action items stays a table: ${noActionsText(reason)}.`];
  });
}

function noActionsText(reason: NoActions): string {
  switch (reason.kind) {
    case 'heads':
      return `what is linked or a picture under ${quoted(reason.heads)} has no place in an item, which takes words alone there`;
    case 'numbers':
      return `${quoted(reason.words)} under “${reason.head}” ${reason.words.length === 1 ? 'is no number' : 'are no numbers'} like the others there`;
    case 'columns':
      return 'an item has no place for what stands in some of its columns, or none of them is known for the description';
  }
}

const quoted = (texts: readonly string[]): string => texts.map((text) => `“${text}”`).join(', ');

/** That actions were linked to whys of which the front matter knows, and which are not found in the text. */
function linksLost(body: readonly BodyNode[], { whys = [] }: Notes): readonly string[] {
  const parts = body.flatMap(({ content = [] }) => content);
  const lost = new Set(whys.map(({ id }) => id));
  for (const { type, attrs } of parts) if (type === 'why') lost.delete(attrs?.id);
  const actions = parts.filter(({ attrs }) => attrs?.why !== undefined && lost.has(attrs.why));
  const named = actions.map(({ attrs }) => `A${attrs?.number ?? '?'}`).join(', ');
  return actions.length === 0
    ? []
    : [`No longer linked to a why: ${named}. No why in the text is known as the one that was meant.`];
}

const hasClock = (time: string): boolean =>
  readTime(time, { ...NOTHING_SAID, carryDate: ANY_DAY })?.context.carryClock != null;

const ANY_DAY = '2000-01-01';

/** That what rows say in cells too many is at the end of their last one. */
const cellsJoined = (rest: readonly BodyNode[], blocks: ReadBlocks): readonly string[] =>
  rest.flatMap((table, at) => {
    const type = blocks[at]?.[0]?.type;
    const form = type === 'timeline' ? 'the timeline' : type === 'actionList' ? 'the action items' : null;
    const rows = form === null ? 0 : rowsWithExtraCells(table);
    const those = rows === 1 ? 'One row of' : `${rows} rows of`;
    const have = rows === 1 ? 'has' : 'have';
    return rows === 0
      ? []
      : [`${those} ${form} ${have} cells too many: their words are at the end of the last column’s.`];
  });

/** That cells which take words alone have lost what set some of them apart: an owner in bold, a time in code. */
function marksLeft(rest: readonly BodyNode[], blocks: ReadBlocks): readonly string[] {
  const isLess = rest.some((table, at) => {
    const [form] = blocks[at] ?? [];
    if (table.type !== 'table' || form === undefined || form === table) return false;
    return markedIn(writeForm(form, NOTHING_SAID).block) < markedIn(table);
  });
  return isLess
    ? [
        'Bold, code and the like in cells that take words alone, as an owner’s or a time’s, was left out. The words are there.',
      ]
    : [];
}

const markedIn = ({ marks = [], content = [] }: BodyNode): number =>
  marks.filter(({ type }) => type !== 'link').length +
  content.reduce((count, child) => count + markedIn(child), 0);
