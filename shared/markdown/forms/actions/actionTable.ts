import type { BodyNode } from '../../../document/template.ts';
import { textAttr } from '../../inline/inlineNodes.ts';
import { tidy } from '../cells.ts';

/** The columns of an action item beside its description, in the order of the table. */
export const ACTION_COLUMNS = ['owner', 'ticket', 'due', 'priority', 'status'] as const;
export type ActionColumn = (typeof ACTION_COLUMNS)[number];

export const ACTION_HEADS: Readonly<Record<'number' | 'description' | ActionColumn, string>> = {
  number: 'ID',
  description: 'Description',
  owner: 'Owner',
  ticket: 'Ticket',
  due: 'Due',
  priority: 'Priority',
  status: 'Status',
};

const STATUS_WORDS: Readonly<Record<string, string>> = {
  open: 'open',
  'in-progress': 'in progress',
  done: 'done',
  dropped: 'dropped',
};

/** What a column says of an item; a status that is not set is open. */
export function columnText(item: BodyNode, column: ActionColumn): string {
  const value = tidy(textAttr(item, column) ?? '');
  if (column !== 'status') return value;
  return value === '' ? 'open' : (STATUS_WORDS[value] ?? value);
}

/** The value that a column's text stands for. */
export function columnValue(text: string, column: ActionColumn): string | null {
  if (text === '') return null;
  if (column !== 'status') return text;
  const known = Object.entries(STATUS_WORDS).find(([, words]) => words === text)?.[0] ?? text;
  return known === 'open' ? null : known;
}

export function numberText(item: BodyNode): string {
  const number = item.attrs?.number;
  return typeof number === 'number' ? `A${number}` : '';
}

/** The N of `A<N>`; null for nothing, undefined for anything else. */
export function numberOf(text: string): number | null | undefined {
  if (text === '') return null;
  const [, digits] = /^A(\d{1,9})$/.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
