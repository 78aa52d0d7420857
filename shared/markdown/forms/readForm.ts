import type { BodyNode } from '../../document/template.ts';
import type { NormalPlace } from '../normal/normalInline.ts';
import { sameData } from '../sameData.ts';
import { readActionItems, readActionTable, readActionTicks } from './actions/readActionList.ts';
import { readChecklist } from './checklist/checklistForm.ts';
import { withoutExtraCells } from './extraCells.ts';
import { readFieldList } from './fields/fieldListForm.ts';
import type { FormContext } from './formContext.ts';
import { keepsWords } from './keepsWords.ts';
import { noteReader } from './noted.ts';
import { readSignOff } from './signOff/signOffForm.ts';
import { readTimelineTable } from './timeline/readTimeline.ts';
import { readTimelineLines, readTimelineList } from './timeline/readTimelineList.ts';
import type { TimeContext } from './timeline/rowTimes.ts';
import { readWhyChain } from './whys/readWhyChain.ts';

/** What a block was read as: one node, and for a list with a timeline at its start the list of the rest. */
export interface ReadForm {
  readonly nodes: readonly BodyNode[];
  readonly times: TimeContext;
  /** The block as it was before somebody edited the form in it; absent where it is that. */
  readonly unedited?: BodyNode;
  /** Of a timeline: the places of rows that are on a noted day and not on the one that the text above them gives. */
  readonly onNotedDay?: readonly number[];
}

type Reader = (block: BodyNode, context: FormContext) => ReadForm | null;

const same =
  (read: (block: BodyNode, context: FormContext) => BodyNode | null): Reader =>
  (block, context) => {
    const found = read(block, context);
    return found === null ? null : { nodes: [found], times: context.times };
  };

const timelineReader: Reader = (block, context) => {
  const table = readTimelineTable(block, context);
  const whole = table ?? readTimelineLines(block, context);
  if (whole !== null) return { nodes: [whole.node], times: whole.times, onNotedDay: whole.onNotedDay };
  const list = readTimelineList(block, context);
  if (list === null) return null;
  const attrs =
    block.type === 'orderedList' ? { attrs: { start: 1 + (list.node.content?.length ?? 0) } } : {};
  const rest = list.others.length === 0 ? [] : [{ type: block.type, ...attrs, content: list.others }];
  return { nodes: [list.node, ...rest], times: list.times, onNotedDay: list.onNotedDay };
};

const whysReader: Reader = (block, context) => {
  const found = readWhyChain(block, context);
  return found === null ? null : { nodes: [found.chain], times: context.times, unedited: found.list };
};

const actionsReader: Reader = (block, context) => {
  const found = readActionTable(block, context);
  if (found !== null) return { nodes: [found.list], times: context.times, unedited: found.table };
  const list = readActionItems(block, context) ?? readActionTicks(block, context);
  return list === null ? null : { nodes: [list], times: context.times };
};

/** The same for a table of a template to which somebody may have added cells too many. */
const edited =
  (read: Reader): Reader =>
  (block, context) => {
    const known = context.isOfTemplate ? withoutExtraCells(block) : block;
    const found = read(known, context);
    return found === null || known === block ? found : { unedited: known, ...found };
  };

const READERS: readonly (readonly [type: string, read: Reader])[] = [
  ['whyChain', whysReader],
  ['actionList', edited(actionsReader)],
  ['signOff', same(readSignOff)],
  ['checklist', same(readChecklist)],
  ['timeline', edited(timelineReader)],
  ['fieldList', same(readFieldList)],
];

const CANDIDATES: ReadonlySet<string> = new Set([
  'paragraph',
  'table',
  'bulletList',
  'orderedList',
  'taskList',
]);

/**
 * Reads an ordinary block as the form that it is, unless that would be written in other words. `as` is what the
 * front matter says that it is: the type of a form, or `plain` for a block that only looks like one.
 */
export function readForm(
  block: BodyNode,
  context: Omit<FormContext, 'forced'>,
  as: string | null,
  place: NormalPlace,
): ReadForm {
  const plain: ReadForm = { nodes: [block], times: context.times };
  if (!CANDIDATES.has(block.type) || as === 'plain') return plain;
  const keeps = ({ unedited = block, ...found }: ReadForm): boolean =>
    keepsWords(unedited, found, context.times, place);
  const { mayBeOld } = context.notes;
  const forced = READERS.find(([type]) => type === as);
  const told = forced?.[1](block, { ...context, forced: true }) ?? plain;
  if (forced !== undefined && (!mayBeOld || keeps(told))) return told;
  for (const [, read] of READERS) {
    // Without its notes, which may have been made before the text was edited by hand.
    const found = read(block, { ...context, notes: noteReader(), forced: false });
    if (found === null) continue;
    if (!keeps(found)) return plain;
    if (forced !== undefined) return found;
    const noted = read(block, { ...context, forced: false }) ?? plain;
    return !mayBeOld || sameData(noted, found) || keeps(noted) ? noted : found;
  }
  return plain;
}
