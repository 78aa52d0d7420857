import type { BodyNode } from '../../../document/template.ts';
import { MILESTONE_KEYS, type MilestoneKey } from '../../../schema/milestones.ts';
import { type Attrs, node } from '../attrs.ts';
import { blocksAfterLead, bold, boldStart, firstLine, type Lead, plain, withLead } from '../lead.ts';
import type { Assigned } from '../noted.ts';
import { milestonesIn, milestoneText } from './milestoneWords.ts';
import { attrsOfTime, type ReadTime, TIME_ATTRS } from './rowTimes.ts';

export const eventOf = (row: BodyNode): readonly BodyNode[] =>
  row.content?.find(({ type }) => type === 'timelineEvent')?.content ?? [];

export const sourceOf = (row: BodyNode): readonly BodyNode[] =>
  row.content?.find(({ type }) => type === 'timelineSource')?.content ?? [];

export const milestonesOf = (row: BodyNode): readonly MilestoneKey[] =>
  MILESTONE_KEYS.filter((key) => row.attrs?.[key] === true);

const milestoneLead = (keys: readonly MilestoneKey[]): Lead =>
  keys.length === 0 ? [] : [bold(milestoneText(keys)), plain(' ')];

/** A row's event as it is written: its milestones in bold, then its words. */
export const writtenEvent = (row: BodyNode): BodyNode[] => {
  const event = eventOf(row).filter(
    ({ type, content }) => type !== 'paragraph' || (content ?? []).length > 0,
  );
  return withLead(milestoneLead(milestonesOf(row)), event);
};

export interface RowParts {
  readonly time: ReadTime['time'];
  /** The blocks of the event with its milestones in front. */
  readonly event: readonly BodyNode[];
  readonly source: readonly BodyNode[];
}

/** A row of its parts; a note says what the text does not show. */
export function buildRow({ time, event, source }: RowParts, assigned: Assigned | undefined): BodyNode {
  const note = assigned?.note;
  const told = note?.milestones;
  const named = Array.isArray(told)
    ? MILESTONE_KEYS.filter((key) => told.includes(key))
    : milestonesIn(boldStart(firstLine(event)) ?? '');
  const words = blocksAfterLead(event, milestoneLead(named));
  const milestones = words === null && !Array.isArray(told) ? [] : named;
  const attrs: Attrs = {
    ...attrsOfTime(time),
    ...Object.fromEntries(milestones.map((key) => [key, true])),
  };
  const content = words ?? event;
  return node('timelineRow', withNote(attrs, assigned), [
    { type: 'timelineEvent', content: content.length === 0 ? [{ type: 'paragraph' }] : content },
    ...(source.length === 0 ? [] : [{ type: 'timelineSource', content: source }]),
  ]);
}

const ALWAYS = ['id', 'keep'] as const;

/** The visible time wins: what a note says of a time holds only while the time is as it was. */
function withNote(attrs: Attrs, assigned: Assigned | undefined): Attrs {
  if (assigned === undefined) return attrs;
  const names = assigned.sameTime ? [...TIME_ATTRS, ...ALWAYS] : ALWAYS;
  const told = names.filter((name) => name in assigned.note).map((name) => [name, assigned.note[name]]);
  return { ...attrs, ...Object.fromEntries(told) };
}
