import type { BodyNode } from '../document/template.ts';
import { linesOf, wordsOf } from './forms/cells.ts';
import { firstLine } from './forms/lead.ts';
import { readTime, type TimeContext } from './forms/timeline/rowTimes.ts';
import { leadIn } from './forms/timeline/timedLead.ts';
import type { PlacedBlock } from './placedBlocks.ts';

/** That times of a timeline which are links are not read, so that the list or table stays what it is. */
export function linkedTimesLeft(blocks: readonly PlacedBlock[]): readonly string[] {
  return blocks.flatMap(({ block, place: { isTimeline, saysTimeline, times } }) => {
    const count = isTimeline || saysTimeline ? linkedTimesIn(block, times) : 0;
    const form = block.type === 'table' ? 'table' : 'list';
    return count < 2
      ? []
      : [`A ${form} of the timeline stays a ${form}: ${count} of its times are links, which are not read.`];
  });
}

function linkedTimesIn(block: BodyNode, times: TimeContext): number {
  if (block.type === 'table')
    return (linesOf(block) ?? []).slice(1).filter(([cell = []]) => isLinkedTime(cell, times)).length;
  const items = block.type === 'bulletList' || block.type === 'orderedList' ? (block.content ?? []) : [];
  return items.filter(({ content = [] }) => {
    const [first, ...rest] = firstLine(content);
    return (
      first !== undefined &&
      isLinkedTime([first], times) &&
      leadIn(content, times) === null &&
      rest.length > 0
    );
  }).length;
}

/** Whether a line is one time and all of it, or a part, is linked. */
function isLinkedTime(line: readonly BodyNode[], times: TimeContext): boolean {
  if (line.length === 0 || wordsOf(line) !== null) return false;
  const words = wordsOf(line.map(({ marks: _, ...node }) => node));
  return words !== null && words.trim() !== '' && readTime(words, times) !== null;
}
