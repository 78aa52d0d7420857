import type { BodyNode } from '../document/template.ts';
import { noteReader } from './forms/noted.ts';
import { readForms } from './forms/readForms.ts';
import { NOTHING_IN_FRONT } from './sections/textPlace.ts';

export const rowsIn = (nodes: readonly BodyNode[]): readonly BodyNode[] =>
  nodes.flatMap((node) => (node.type === 'timelineRow' ? [node] : rowsIn(node.content ?? [])));

/**
 * That times without a day are on one that the text gives elsewhere: in front of all timelines (`near`), or above a later
 * one. `rest` is the text behind its title and facts, as ordinary blocks.
 */
export function daysTaken(
  rest: readonly BodyNode[],
  near: string | null,
  body: readonly BodyNode[],
): readonly string[] {
  const alone = readForms(rest, noteReader(), NOTHING_IN_FRONT);
  return [...dayInFront(rowsIn(alone.flat()), near, rowsIn(body)), ...dayAbove(rest, alone)];
}

const hasTime = (row: BodyNode | undefined): boolean => typeof row?.attrs?.at === 'string';
const hasNoDay = (row: BodyNode | undefined): boolean => row?.attrs?.unsettled === 'date-unknown';

function dayInFront(
  alone: readonly BodyNode[],
  near: string | null,
  rows: readonly BodyNode[],
): readonly string[] {
  const count = near === null ? 0 : rows.filter((row, at) => hasTime(row) && hasNoDay(alone[at])).length;
  const times = count === 1 ? 'One time of the timeline names' : `${count} times of the timeline name`;
  return count === 0
    ? []
    : [
        `${times} no whole day: ${near}, which the text gives in front of it, was taken. Check the first one.`,
      ];
}

/** The times of each timeline that would have no day without what stands above its section. */
function dayAbove(rest: readonly BodyNode[], alone: readonly (readonly BodyNode[])[]): readonly string[] {
  const taken = rest.flatMap((_, at) => {
    const rows = rowsIn(alone[at] ?? []);
    if (rows.length === 0) return [];
    const apart = rowsIn(readForms(sectionUpTo(rest, at), noteReader(), NOTHING_IN_FRONT).at(-1) ?? []);
    return rows.filter((row, index) => hasTime(row) && hasNoDay(apart[index]));
  });
  const days = [...new Set(taken.map(({ attrs }) => String(attrs?.at).slice(0, 10)))];
  const times =
    taken.length === 1 ? 'One time of a timeline names' : `${taken.length} times of timelines name`;
  return taken.length === 0
    ? []
    : [
        `${times} no whole day: what the text gives further above was taken (${days.join(', ')}). Check the first of each.`,
      ];
}

/** The headings that a block stands under, and what follows the last of them up to the block. */
function sectionUpTo(rest: readonly BodyNode[], at: number): readonly BodyNode[] {
  const headings: BodyNode[] = [];
  let start = at;
  while (start > 0 && rest[start - 1]?.type !== 'heading') start -= 1;
  let level = Number.POSITIVE_INFINITY;
  for (const block of rest.slice(0, start).reverse()) {
    if (block.type !== 'heading' || Number(block.attrs?.level ?? 1) >= level) continue;
    level = Number(block.attrs?.level ?? 1);
    headings.unshift(block);
  }
  return [...headings, ...rest.slice(start, at + 1)];
}
