import { ACTION_STATUSES, type ActionStatus, actionStatusOf } from '../../../document/actionStatus.ts';
import type { BodyNode } from '../../../document/template.ts';
import { HEAD_WORDS } from './headWords.ts';

/** The columns of an action item beside its description, in the order of the template's table. */
export const ACTION_COLUMNS = ['owner', 'ticket', 'due', 'priority', 'status'] as const;
export type ActionColumn = (typeof ACTION_COLUMNS)[number];
export type ActionKey = 'number' | 'description' | ActionColumn;

/** What a column of a table holds; `other` for what an item has no place for. */
export type ColumnKey = ActionKey | 'other';

export const ACTION_KEYS: readonly ActionKey[] = ['number', 'description', ...ACTION_COLUMNS];

export const ACTION_HEADS: Readonly<Record<ActionKey, string>> = {
  number: 'ID',
  description: 'Description',
  owner: 'Owner',
  ticket: 'Ticket',
  due: 'Due',
  priority: 'Priority',
  status: 'Status',
};

/** Where a number stands in how a team writes it: `A{n}`. */
const NUMBER = '{n}';

export type StatusSpellings = Readonly<Partial<Record<ActionStatus, string>>>;

/** How a table of action items is written. */
export interface ActionStyle {
  readonly columns: readonly (readonly [key: ColumnKey, head: string])[];
  readonly number: string;
  /**
   * The words for each status; one that is not here is written in ours. An item whose cell spells it in
   * another way keeps that spelling as its status.
   */
  readonly status: StatusSpellings;
}

export const OUR_ACTIONS: ActionStyle = {
  columns: ACTION_KEYS.map((key) => [key, ACTION_HEADS[key]]),
  number: `A${NUMBER}`,
  status: {},
};

const STATUS_WORDS: Readonly<Record<ActionStatus, string>> = {
  open: 'open',
  'in-progress': 'in progress',
  done: 'done',
  dropped: 'dropped',
};

const MOST_OTHERS = 3;

/** The columns that heads name, the first of a kind each and the rest others; null for no table of action items. */
export function columnsOfHeads(heads: readonly string[]): ActionStyle['columns'] | null {
  const keys = heads.map(keyOfHead);
  const columns = heads.map((head, at) => {
    const key = keys[at] ?? null;
    return [key !== null && keys.indexOf(key) === at ? key : 'other', head] as const;
  });
  const others = othersOf({ columns });
  const isTable =
    keys.includes('description') &&
    others.length <= MOST_OTHERS &&
    others.every((head, at) => head !== '' && others.indexOf(head) === at);
  return isTable ? columns : null;
}

const keyOfHead = (head: string): ActionKey | null =>
  ACTION_KEYS.find((key) => HEAD_WORDS[key].includes(head.trim().toLowerCase())) ?? null;

/** Whether a head is a known one of a column of action items. */
export const namesColumn = (head: string): boolean => keyOfHead(head) !== null;

/** The heads of the columns for which an item has no place. */
export const othersOf = ({ columns }: Pick<ActionStyle, 'columns'>): readonly string[] =>
  columns.flatMap(([key, head]) => (key === 'other' ? [head] : []));

/** How a status is written; null is open. */
export function statusText(status: string | null, { status: words }: ActionStyle): string {
  const known = ACTION_STATUSES.find((one) => one === (status ?? 'open'));
  if (known === undefined) return status ?? '';
  const text = words[known] ?? STATUS_WORDS[known];
  // Where a blank says open, the word says it too.
  return text === '' && status !== null ? status : text;
}

/** The status that a text stands for; open is null, and words that are written in no other way stay. */
export function statusOf(text: string, style: ActionStyle): string | null {
  if (text === statusText(null, style)) return null;
  return ACTION_STATUSES.find((status) => statusText(status, style) === text) ?? text;
}

/**
 * How these texts write each status. Of several ways it is the one that would be taken for the status itself;
 * the others stay words of their items.
 */
export function statusWords(texts: readonly string[]): StatusSpellings {
  const spelled = ACTION_STATUSES.flatMap((status) => {
    const ways = texts.filter((text) => actionStatusOf(text) === status);
    const own = status === 'open' ? '' : status;
    const text = ways.find((way) => way === own) ?? ways.find((way) => way === status) ?? ways[0];
    return text === undefined || text === STATUS_WORDS[status] ? [] : [[status, text] as const];
  });
  return Object.fromEntries(spelled);
}

export const numberText = (number: unknown, { number: pattern }: ActionStyle): string =>
  typeof number === 'number' ? pattern.replace(NUMBER, String(number)) : '';

/** The number that a text writes in a style; null for nothing, undefined for anything else. */
export function numberOf(text: string, style: ActionStyle): number | null | undefined {
  if (text === '') return null;
  const digits = /\d{1,9}/.exec(text)?.[0];
  const number = digits === undefined ? undefined : Number(digits);
  return number !== undefined && numberText(number, style) === text ? number : undefined;
}

/** Whether a cell of numbers says that there is none yet: nothing, a dash, `?` or `A?`. */
export const isNoNumber = (text: string, { number }: ActionStyle): boolean =>
  /^[\s?…\p{Pd}]*$/u.test(text) || text === number.replace(NUMBER, '?');

/** How the first of some texts writes its number. */
export function numberPattern(texts: readonly string[]): string {
  const first = texts.find((text) => /\d/.test(text)) ?? '';
  return /^[A-Za-z#]{0,3}[-# ]?\d{1,9}[.)]?$/.test(first)
    ? first.replace(/\d{1,9}/, NUMBER)
    : OUR_ACTIONS.number;
}

/** The `written` attribute that says so; null for our own style. */
export function actionStyleText({ columns, number, status }: ActionStyle): string | null {
  const spelled = ACTION_STATUSES.flatMap((known) =>
    status[known] === undefined ? [] : [[known, status[known]] as const],
  );
  const text = JSON.stringify([columns, number, Object.fromEntries(spelled)]);
  return text === JSON.stringify([OUR_ACTIONS.columns, OUR_ACTIONS.number, {}]) ? null : text;
}

/** The style that a list's `written` attribute says; ours when it says none, or nonsense. */
export function actionStyleOf(list: BodyNode): ActionStyle {
  const text = list.attrs?.written;
  let parts: unknown = null;
  try {
    parts = typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    // Not ours after all: our own style is as good.
  }
  if (!Array.isArray(parts) || parts.length !== 3) return OUR_ACTIONS;
  const [columns, number, status] = parts as readonly unknown[];
  return isColumns(columns) && typeof number === 'string' && isPattern(number) && isWords(status)
    ? { columns, number, status }
    : OUR_ACTIONS;
}

const isPattern = (pattern: string): boolean => numberPattern([pattern.replace(NUMBER, '7')]) === pattern;

function isColumns(value: unknown): value is ActionStyle['columns'] {
  if (!Array.isArray(value)) return false;
  const heads: readonly unknown[] = value.map((column) => (Array.isArray(column) ? column[1] : null));
  const isText = heads.every((head) => typeof head === 'string');
  return isText && JSON.stringify(columnsOfHeads(heads)) === JSON.stringify(value);
}

const isWords = (value: unknown): value is StatusSpellings =>
  value !== null &&
  typeof value === 'object' &&
  Object.entries(value).every(
    ([status, text]) =>
      typeof text === 'string' && (statusWords([text]) as Readonly<Record<string, string>>)[status] === text,
  );
