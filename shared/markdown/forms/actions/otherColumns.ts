import type { BodyNode } from '../../../document/template.ts';
import { sameData } from '../../sameData.ts';
import { type Lead, lineAfterLead, plain, withLead } from '../lead.ts';
import type { ActionStyle, ColumnKey } from './actionStyle.ts';

/**
 * What a table of action items says in a column that an item has no place for stands at the end of the item's
 * description, in a paragraph that begins with the column's head: `Type: prevent`.
 */

const leadOf = (head: string): Lead => [plain(`${head}: `)];

/** A description with what such columns say behind it. */
const withOthers = (
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

/** A row's description with what its other columns say; null where the two could not be told apart again. */
export function describedRow(
  row: readonly (readonly BodyNode[])[],
  columns: ActionStyle['columns'],
): readonly BodyNode[] | null {
  const cellsOf = (wanted: ColumnKey) =>
    columns.flatMap(([key, head], at) => (key === wanted ? [[head, row[at] ?? []] as const] : []));
  const own = paragraphs(cellsOf('description')[0]?.[1] ?? []);
  const others = cellsOf('other');
  const blocks = withOthers(own, others);
  const parted = partOthers(
    blocks,
    others.map(([head]) => head),
  );
  const isSame =
    sameData(parted.description, own) &&
    others.every(([head, cell]) => sameData(parted.cells.get(head) ?? [], cell));
  return isSame ? blocks : null;
}

const paragraphs = (line: readonly BodyNode[]): readonly BodyNode[] =>
  line.length === 0 ? [] : [{ type: 'paragraph', content: line }];
