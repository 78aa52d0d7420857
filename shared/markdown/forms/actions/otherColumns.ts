import type { BodyNode } from '../../../document/template.ts';
import { type Lead, lineAfterLead, plain, withLead } from '../lead.ts';

/**
 * What a table of action items says in a column that an item has no place for stands at the end of the item's
 * description, in a paragraph that begins with the column's head: `Type: prevent`.
 */

const leadOf = (head: string): Lead => [plain(`${head}: `)];

/** A description with what such columns say behind it. */
export const withOthers = (
  description: readonly BodyNode[],
  others: readonly (readonly [head: string, cell: readonly BodyNode[]])[],
): readonly BodyNode[] => [
  ...description,
  ...others.flatMap(([head, cell]) =>
    cell.length === 0 ? [] : withLead(leadOf(head), [{ type: 'paragraph', content: cell }]),
  ),
];

/** The description in front of such paragraphs, and the cell of each head. */
export interface PartedDescription {
  readonly description: readonly BodyNode[];
  readonly cells: ReadonlyMap<string, readonly BodyNode[]>;
}

/** @param heads in the order of the table */
export function partOthers(blocks: readonly BodyNode[], heads: readonly string[]): PartedDescription {
  const cells = new Map<string, readonly BodyNode[]>();
  let description = blocks;
  for (const head of [...heads].reverse()) {
    const last = description.at(-1);
    const cell = last?.type === 'paragraph' ? lineAfterLead(last.content ?? [], leadOf(head)) : null;
    if (cell === null || cell.length === 0) continue;
    cells.set(head, cell);
    description = description.slice(0, -1);
  }
  return { description, cells };
}
