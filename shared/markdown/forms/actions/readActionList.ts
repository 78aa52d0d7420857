import { textOf } from '../../../document/readBody.ts';
import type { BodyNode } from '../../../document/template.ts';
import { isText, markOf } from '../../inline/inlineNodes.ts';
import { type Attrs, node, notedAttrs } from '../attrs.ts';
import { linesOf, tidy, wordsOf } from '../cells.ts';
import type { FormContext } from '../formContext.ts';
import { blocksAfterLead, bold, boldStart, firstLine, plain } from '../lead.ts';
import { lookOf } from '../noted.ts';
import { ACTION_COLUMNS, ACTION_HEADS, columnValue, numberOf } from './actionTable.ts';
import { NO_NUMBER } from './writeActionList.ts';

export const ACTION_ATTRS = ['id', 'number', 'why', ...ACTION_COLUMNS] as const;

const HEADS = (['number', 'description', ...ACTION_COLUMNS] as const).map((column) => ACTION_HEADS[column]);

/** A table with the columns of the template's action items; null for every other table. */
export function readActionTable(table: BodyNode, context: FormContext): BodyNode | null {
  const [head = [], ...rows] = linesOf(table) ?? [];
  if (rows.length === 0 || head.length !== HEADS.length) return null;
  if (!HEADS.every((words, at) => wordsOf(head[at] ?? []) === words)) return null;
  const read = rows.map(([number = [], , ...values]) => readRow(number, values));
  if (read.includes(null)) return null;
  return {
    type: 'actionList',
    content: rows.map((row, at) => {
      const description = row[1] ?? [];
      const blocks: BodyNode[] =
        description.length === 0 ? [] : [{ type: 'paragraph', content: description }];
      return actionItem(read[at] as Attrs, blocks, context);
    }),
  };
}

function readRow(numberLine: readonly BodyNode[], values: readonly (readonly BodyNode[])[]): Attrs | null {
  const number = numberOf(wordsOf(numberLine) ?? 'none');
  const texts = values.map(valueText);
  if (number === undefined || texts.includes(null)) return null;
  return {
    number,
    ...Object.fromEntries(
      ACTION_COLUMNS.map((column, at) => [column, columnValue(tidy(texts[at] ?? ''), column)]),
    ),
  };
}

/** A value is words, or an address that links to itself. */
function valueText(line: readonly BodyNode[]): string | null {
  const words = wordsOf(line);
  if (words !== null) return words;
  const [only, ...others] = line;
  if (!isText(only) || others.length > 0 || only.marks?.length !== 1) return null;
  return markOf(only, 'link')?.attrs?.href === only.text ? only.text : null;
}

/** The list form: each item begins with its bold number and ends with a paragraph of its columns; else null. */
export function readActionItems(list: BodyNode, context: FormContext): BodyNode | null {
  if (list.type !== 'bulletList') return null;
  const items = (list.content ?? []).map(({ content = [] }) => readItem(content, context.forced));
  if (items.includes(null) || items.length === 0) return null;
  return {
    type: 'actionList',
    content: items.map((item) => {
      const { attrs, blocks } = item as ReadItem;
      return actionItem(attrs, blocks, context);
    }),
  };
}

interface ReadItem {
  readonly attrs: Attrs;
  readonly blocks: readonly BodyNode[];
}

/** `lenient`: the last paragraph is known to be the columns', even if it cannot be read. */
function readItem(content: readonly BodyNode[], lenient: boolean): ReadItem | null {
  const label = boldStart(firstLine(content)) ?? '';
  const number = numberOf(label === NO_NUMBER ? '' : label || 'none');
  const last = content.at(-1);
  const tail =
    last?.type === 'paragraph' && content.length > 1
      ? (readTail(textOf(last)) ?? (lenient ? {} : null))
      : null;
  if (number === undefined || tail === null) return null;
  const blocks = blocksAfterLead(content.slice(0, -1), [bold(label), plain(' — ')]);
  return blocks === null ? null : { attrs: { number, ...tail }, blocks };
}

function readTail(text: string): Attrs | null {
  const pattern = ACTION_COLUMNS.map((column) => `${ACTION_HEADS[column]}: ([^;]*)`).join('; ');
  const [, ...values] = new RegExp(`^${pattern}$`).exec(text) ?? [];
  if (values.length === 0) return null;
  return Object.fromEntries(
    ACTION_COLUMNS.map((column, at) => {
      const value = tidy(values[at] ?? '');
      return [column, columnValue(value === '–' ? '' : value, column)];
    }),
  );
}

function actionItem(attrs: Attrs, blocks: readonly BodyNode[], context: FormContext): BodyNode {
  const look = lookOf(blocks, `A${attrs.number ?? '?'}`);
  const note = context.notes.take('actions', look)?.note;
  const read = { id: null, why: null, ...attrs };
  return node(
    'actionItem',
    notedAttrs(read, note, ACTION_ATTRS),
    blocks.length === 0 ? [{ type: 'paragraph' }] : blocks,
  );
}
