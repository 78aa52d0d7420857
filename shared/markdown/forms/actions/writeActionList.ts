import type { BodyNode } from '../../../document/template.ts';
import { ticketLink } from '../../../document/ticketLink.ts';
import { safeLinkAddress } from '../../../schema/linkPolicy.ts';
import { cellLine, fitsCell } from '../../blocks/pipeTable.ts';
import { textAttr, textNode } from '../../inline/inlineNodes.ts';
import { type Lines, lineOf, tableOf, tidy } from '../cells.ts';
import { bold, plain, withLead } from '../lead.ts';
import {
  ACTION_COLUMNS,
  ACTION_HEADS,
  ACTION_KEYS,
  type ActionColumn,
  type ActionKey,
  type ActionStyle,
  actionStyleOf,
  numberText,
  OUR_ACTIONS,
  othersOf,
  statusText,
} from './actionStyle.ts';
import { partOthers } from './otherColumns.ts';
import { writeTicks } from './tickList.ts';
import { tickStyleOf } from './tickStyle.ts';

/** The tick list, table, or where a description needs more room the list, that action items are written as. */
export function writeActionList(list: BodyNode): BodyNode {
  const items = list.content ?? [];
  const ticks = tickStyleOf(list);
  const ticked = ticks === null ? null : writeTicks(items, ticks);
  if (ticked !== null) return ticked;
  const style = withColumnsInUse(actionStyleOf(list), items);
  const rows = items.map((item) => rowOf(item, style));
  return rows.includes(null)
    ? { type: 'bulletList', content: items.map(itemOf) }
    : tableOf([style.columns.map(([, head]) => lineOf(head)), ...(rows as Lines)]);
}

/** The columns of a style, and behind them those of ours that it does not have and an item fills. */
function withColumnsInUse(style: ActionStyle, items: readonly BodyNode[]): ActionStyle {
  const missing = ACTION_KEYS.filter(
    (key) =>
      key !== 'number' &&
      !style.columns.some(([other]) => other === key) &&
      items.some((item) => textAttr(item, key) !== null),
  );
  return missing.length === 0
    ? style
    : { ...style, columns: [...style.columns, ...missing.map((key) => [key, ACTION_HEADS[key]] as const)] };
}

const description = ({ content = [] }: BodyNode): readonly BodyNode[] =>
  content.filter((block) => block.type !== 'paragraph' || (block.content ?? []).length > 0);

/** The cells of an item; null when one of them needs more room than a cell has. */
function rowOf(item: BodyNode, style: ActionStyle): readonly (readonly BodyNode[])[] | null {
  const parted = partOthers(description(item), othersOf(style));
  const line = cellLine(parted.description);
  const cells = style.columns.map(([key, head]) =>
    key === 'other' ? (parted.cells.get(head) ?? []) : cellOf(item, key, line ?? [], style),
  );
  return line !== null && cells.every((cell) => cell.every(fitsCell)) ? cells : null;
}

function cellOf(
  item: BodyNode,
  key: ActionKey,
  line: readonly BodyNode[],
  style: ActionStyle,
): readonly BodyNode[] {
  switch (key) {
    case 'number':
      return lineOf(numberText(item.attrs?.number, style));
    case 'description':
      return line;
    case 'ticket':
      return ticketLine(columnText(item, key, style));
    default:
      return lineOf(columnText(item, key, style));
  }
}

/** A ticket that is an address, or words with one behind them, is a link. */
function ticketLine(text: string): readonly BodyNode[] {
  const { words, href } = ticketLink(text);
  const target = href ?? safeLinkAddress(text);
  return target === null ? lineOf(text) : [textNode(words, [{ type: 'link', attrs: { href: target } }])];
}

const columnText = (item: BodyNode, column: ActionColumn, style: ActionStyle): string => {
  const value = tidy(textAttr(item, column) ?? '');
  return column === 'status' ? statusText(value === '' ? null : value, style) : value;
};

/** What an item of the list form ends with: one paragraph of its columns. */
export const tailOf = (item: BodyNode): string =>
  ACTION_COLUMNS.map(
    (column) => `${ACTION_HEADS[column]}: ${columnText(item, column, OUR_ACTIONS) || '–'}`,
  ).join('; ');

const itemOf = (item: BodyNode): BodyNode => ({
  type: 'listItem',
  content: [
    ...withLead(
      [bold(numberText(item.attrs?.number, OUR_ACTIONS) || NO_NUMBER), plain(' — ')],
      description(item),
    ),
    { type: 'paragraph', content: lineOf(tailOf(item)) },
  ],
});

export const NO_NUMBER = 'A?';
