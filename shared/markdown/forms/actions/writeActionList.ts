import type { BodyNode } from '../../../document/template.ts';
import { safeLinkAddress } from '../../../schema/linkPolicy.ts';
import { cellLine, fitsCell } from '../../blocks/pipeTable.ts';
import { textNode } from '../../inline/inlineNodes.ts';
import { lineOf, tableOf } from '../cells.ts';
import { bold, plain, withLead } from '../lead.ts';
import { ACTION_COLUMNS, ACTION_HEADS, columnText, numberText } from './actionTable.ts';

/** The table, or where a description needs more room the list, that action items are written as. */
export function writeActionList(list: BodyNode): BodyNode {
  const items = list.content ?? [];
  return items.every(fitsTable)
    ? tableOf([HEAD, ...items.map(rowOf)])
    : { type: 'bulletList', content: items.map(itemOf) };
}

const HEAD = (['number', 'description', ...ACTION_COLUMNS] as const).map((column) =>
  lineOf(ACTION_HEADS[column]),
);

const description = ({ content = [] }: BodyNode): readonly BodyNode[] =>
  content.filter((block) => block.type !== 'paragraph' || (block.content ?? []).length > 0);

const fitsTable = (item: BodyNode): boolean =>
  cellLine(description(item)) !== null &&
  ACTION_COLUMNS.every((column) => valueLine(item, column).every(fitsCell));

const rowOf = (item: BodyNode): (readonly BodyNode[])[] => [
  lineOf(numberText(item)),
  cellLine(description(item)) ?? [],
  ...ACTION_COLUMNS.map((column) => valueLine(item, column)),
];

/** A ticket that is an address is a link. */
function valueLine(item: BodyNode, column: (typeof ACTION_COLUMNS)[number]): readonly BodyNode[] {
  const text = columnText(item, column);
  const href = column === 'ticket' ? safeLinkAddress(text) : null;
  return href === null ? lineOf(text) : [textNode(text, [{ type: 'link', attrs: { href } }])];
}

/** What an item of the list form ends with: one paragraph of its columns. */
export const tailOf = (item: BodyNode): string =>
  ACTION_COLUMNS.map((column) => `${ACTION_HEADS[column]}: ${columnText(item, column) || '–'}`).join('; ');

const itemOf = (item: BodyNode): BodyNode => ({
  type: 'listItem',
  content: [
    ...withLead([bold(numberText(item) || NO_NUMBER), plain(' — ')], description(item)),
    { type: 'paragraph', content: lineOf(tailOf(item)) },
  ],
});

export const NO_NUMBER = 'A?';
