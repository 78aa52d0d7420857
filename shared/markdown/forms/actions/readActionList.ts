import { textOf } from '../../../document/readBody.ts';
import type { BodyNode } from '../../../document/template.ts';
import { ticketLink } from '../../../document/ticketLink.ts';
import { isText, markOf } from '../../inline/inlineNodes.ts';
import { type Attrs, node, notedAttrs } from '../attrs.ts';
import { type Lines, linesOf, tableOf, tidy, wordsOf } from '../cells.ts';
import type { FormContext } from '../formContext.ts';
import { blocksAfterLead, bold, boldStart, firstLine, plain } from '../lead.ts';
import { lookOf } from '../noted.ts';
import {
  ACTION_COLUMNS,
  ACTION_HEADS,
  type ActionKey,
  type ActionStyle,
  actionStyleText,
  type ColumnKey,
  columnsOfHeads,
  isNoNumber,
  namesColumn,
  numberOf,
  numberPattern,
  OUR_ACTIONS,
  othersOf,
  statusOf,
  statusWords,
} from './actionStyle.ts';
import { describedRow } from './otherColumns.ts';
import { readTicks } from './tickList.ts';
import { tickStyleText } from './tickStyle.ts';
import { NO_NUMBER } from './writeActionList.ts';

export const ACTION_ATTRS = ['id', 'number', 'why', ...ACTION_COLUMNS] as const;

/** Columns by which a table under any heading is known as action items. */
const ENOUGH_COLUMNS = 4;

export interface FoundActions {
  readonly list: BodyNode;
  /** The table that it is, or was before somebody edited it. */
  readonly table: BodyNode;
}

/**
 * A table whose columns are those of action items; null for every other table. In one of a template a dash or `A?`
 * in place of a number is as good as nothing.
 */
export function readActionTable(table: BodyNode, context: FormContext): FoundActions | null {
  const known = context.isOfTemplate ? withoutNoNumbers(table) : table;
  const list = actionsIn(known, context);
  return list === null ? null : { list, table: known };
}

function withoutNoNumbers(table: BodyNode): BodyNode {
  const lines = linesOf(table);
  const columns = lines === null ? null : columnsOf(lines);
  const place = columns?.findIndex(([key]) => key === 'number') ?? -1;
  if (lines === null || columns === null || place === -1) return table;
  const [head = [], ...rows] = lines;
  const style = { ...OUR_ACTIONS, number: numberPattern(rows.map((row) => wordsOf(row[place] ?? []) ?? '')) };
  const isNone = (cell: Lines[number][number]): boolean => {
    const words = tidy(wordsOf(cell) ?? '');
    return words !== '' && isNoNumber(words, style);
  };
  return rows.some((row) => isNone(row[place] ?? []))
    ? tableOf([head, ...rows.map((row) => row.map((cell, at) => (at === place && isNone(cell) ? [] : cell)))])
    : table;
}

function actionsIn(table: BodyNode, context: FormContext): BodyNode | null {
  const lines = linesOf(table);
  const columns = lines === null ? null : columnsOf(lines);
  if (lines === null || columns === null || lines.length < 2) return null;
  const isPlace = context.section === 'actionItems' || context.forced;
  const others = othersOf({ columns });
  if (columns.length - others.length < (isPlace ? 2 : ENOUGH_COLUMNS)) return null;
  const rows = lines.slice(1).map((row) => row.map((cell, at) => textIn(cell, columns[at]?.[0])));
  if (rows.some((row) => row.includes(null))) return null;
  const texts = rows as readonly (readonly string[])[];
  const style: ActionStyle = {
    columns,
    number: numberPattern(textsOf('number', columns, texts)),
    status: statusWords(textsOf('status', columns, texts)),
  };
  const items = texts.map((row) => readRow(row, style));
  if (items.includes(null)) return null;
  const descriptions = lines.slice(1).map((row) => describedRow(row, columns));
  return descriptions.includes(null)
    ? null
    : actionList(
        actionStyleText(style),
        items as Attrs[],
        descriptions as (readonly BodyNode[])[],
        table,
        context,
      );
}

/** Why a table under the action items is no list of them; the reason's words are those of its cells and heads. */
export type NoActions =
  /** Links or pictures stand under these heads, where an item has place for words alone. */
  | { readonly kind: 'heads'; readonly heads: readonly string[] }
  /** Under this head are words that are no number. */
  | { readonly kind: 'numbers'; readonly head: string; readonly words: readonly string[] }
  /** Heads name some columns of action items, and no description or too many others. */
  | { readonly kind: 'columns' };

/** Why a table under the action items stays one; null for a table of other columns. */
export function whyNoActions(table: BodyNode): NoActions | null {
  const lines = linesOf(table);
  const texts = (lines?.[0] ?? []).map(wordsOf);
  if (lines === null || texts.filter((text) => text !== null && namesColumn(text)).length < 2) return null;
  const columns = columnsOf(lines);
  if (columns === null) return { kind: 'columns' };
  const rows = lines.slice(1);
  const heads = columns.flatMap(([key, head], at) =>
    rows.some((row) => textIn(row[at] ?? [], key) === null) ? [head] : [],
  );
  if (heads.length > 0) return { kind: 'heads', heads };
  const place = columns.findIndex(([key]) => key === 'number');
  const numbers = rows.map((row) => tidy(wordsOf(row[place] ?? []) ?? ''));
  const style = { ...OUR_ACTIONS, number: numberPattern(numbers) };
  const words = numbers.filter((text) => numberOf(text, style) === undefined);
  return words.length === 0 ? null : { kind: 'numbers', head: columns[place]?.[1] ?? '', words };
}

function columnsOf(lines: Lines): ActionStyle['columns'] | null {
  const heads = (lines[0] ?? []).map(wordsOf);
  return heads.includes(null) ? null : columnsOfHeads(heads as string[]);
}

const textsOf = (
  key: ActionKey,
  columns: ActionStyle['columns'],
  rows: readonly (readonly string[])[],
): readonly string[] => {
  const place = columns.findIndex(([other]) => other === key);
  return place === -1 ? [] : rows.map((row) => row[place] ?? '');
};

/** The text of a cell: words, or for a ticket a link; null for what an attribute cannot hold. */
function textIn(cell: readonly BodyNode[], key: ColumnKey | undefined): string | null {
  if (key === 'description' || key === 'other') return '';
  const words = wordsOf(cell);
  if (words !== null) return tidy(words);
  const [only, ...others] = cell;
  if (key !== 'ticket' || !isText(only) || others.length > 0 || only.marks?.length !== 1) return null;
  const { href, title } = markOf(only, 'link')?.attrs ?? {};
  if (typeof href !== 'string' || title !== undefined) return null;
  if (href === only.text) return href;
  const written = `[${only.text}](${href})`;
  return ticketLink(written).href === href ? written : null;
}

function readRow(row: readonly string[], style: ActionStyle): Attrs | null {
  const entries: [string, unknown][] = [];
  for (const [at, [key]] of style.columns.entries()) {
    const text = row[at] ?? '';
    if (key === 'description' || key === 'other') continue;
    const value =
      key === 'number' ? numberOf(text, style) : key === 'status' ? statusOf(text, style) : text || null;
    if (value === undefined) return null;
    entries.push([key, value]);
  }
  return Object.fromEntries(entries);
}

/** A tick list where action items are to be found; null elsewhere. */
export function readActionTicks(list: BodyNode, context: FormContext): BodyNode | null {
  if (list.type !== 'taskList' || (context.section !== 'actionItems' && !context.forced)) return null;
  const { items, style } = readTicks(list);
  return actionList(
    tickStyleText(style),
    items.map(({ attrs }) => attrs),
    items.map(({ blocks }) => blocks),
    list,
    context,
  );
}

/** The list form: each item begins with its bold number and ends with a paragraph of its columns; else null. */
export function readActionItems(list: BodyNode, context: FormContext): BodyNode | null {
  if (list.type !== 'bulletList') return null;
  const items = (list.content ?? []).map(({ content = [] }) => readItem(content, context.forced));
  if (items.includes(null) || items.length === 0) return null;
  const found = items as readonly ReadItem[];
  return actionList(
    null,
    found.map(({ attrs }) => attrs),
    found.map(({ blocks }) => blocks),
    list,
    context,
  );
}

interface ReadItem {
  readonly attrs: Attrs;
  readonly blocks: readonly BodyNode[];
}

/** `lenient`: the last paragraph is known to be the columns', even if it cannot be read. */
function readItem(content: readonly BodyNode[], lenient: boolean): ReadItem | null {
  const label = boldStart(firstLine(content)) ?? '';
  const number = numberOf(label === NO_NUMBER ? '' : label || 'none', OUR_ACTIONS);
  const last = content.at(-1);
  const tail =
    last?.type === 'paragraph' && content.length > 1
      ? (readTail(textOf(last)) ?? (lenient ? {} : null))
      : null;
  if (number === undefined || tail === null) return null;
  const blocks = blocksAfterLead(content.slice(0, -1), [bold(label), plain(' — ')]);
  return blocks === null ? null : { attrs: { number, ...tail }, blocks };
}

const TAIL = new RegExp(`^${ACTION_COLUMNS.map((column) => `${ACTION_HEADS[column]}: ([^;]*)`).join('; ')}$`);

function readTail(text: string): Attrs | null {
  const [, ...values] = TAIL.exec(text) ?? [];
  if (values.length === 0) return null;
  return Object.fromEntries(
    ACTION_COLUMNS.map((column, at) => {
      const value = tidy(values[at] ?? '');
      const said = value === '–' ? '' : value;
      return [column, column === 'status' ? statusOf(said, OUR_ACTIONS) : said || null];
    }),
  );
}

function actionList(
  written: string | null,
  items: readonly Attrs[],
  descriptions: readonly (readonly BodyNode[])[],
  block: BodyNode,
  context: FormContext,
): BodyNode {
  const note = context.notes.take('actionLists', lookOf([block]))?.note;
  return node(
    'actionList',
    notedAttrs({ written }, note, ['written']),
    items.map((attrs, at) => {
      const blocks = descriptions[at] ?? [];
      const look = lookOf(blocks, `A${attrs.number ?? '?'}`);
      const told = context.notes.take('actions', look)?.note;
      return node(
        'actionItem',
        notedAttrs({ id: null, why: null, ...attrs }, told, ACTION_ATTRS),
        blocks.length === 0 ? [{ type: 'paragraph' }] : blocks,
      );
    }),
  );
}
