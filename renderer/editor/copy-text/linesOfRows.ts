import type { Node } from '@tiptap/pm/model';
import { actionStatusWords } from '../../../shared/document/actionStatusWords.ts';
import { formatRowTime, formatRowTimeAlone } from '../../../shared/time/formatRowTime.ts';
import { timeOfAttributes } from '../../../shared/time/rowTimeAttributes.ts';
import { daySeparators } from '../../../shared/time/timeAbove.ts';
import { fieldLabel } from '../nodes/field-list/fieldKind.ts';

/** The label of each action item by its hidden id. */
export type ActionLabels = ReadonlyMap<string, string>;

/** What a row says beside its own text, as the page shows it around that. */
export interface RowWords {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

interface CellsOfKind {
  /** The nodes in the row that are a cell each, in order; left out where all of its content is one. */
  readonly parts?: readonly string[];
  readonly words?: (row: Node, labels: ActionLabels) => Partial<RowWords>;
}

/** The cells of each kind of row but its time, in the order in which the page shows them. */
const CELLS: Readonly<Record<string, CellsOfKind>> = {
  timelineRow: { parts: ['timelineEvent', 'timelineSource'] },
  whyProblem: { words: () => ({ before: ['Problem'] }) },
  why: { parts: ['whyQuestion', 'whyAnswer'] },
  rootCause: { words: () => ({ before: ['Root cause'] }) },
  actionItem: {
    words: ({ attrs: { id, owner, ticket, due, priority, status } }, labels) => ({
      before: [labels.get(id) ?? ''],
      after: [owner ?? '', ticket ?? '', due ?? '', priority ?? '', actionStatusWords(status)],
    }),
  },
  field: { words: (row) => ({ before: [fieldLabel(row), row.attrs.subject ?? '', row.attrs.choice ?? ''] }) },
  checkItem: { words: ({ attrs }) => ({ before: [attrs.checked ? '[x]' : '[ ]'] }) },
  signOffRow: {
    parts: [],
    words: ({ attrs: { role, name, date } }) => ({ before: [role ?? '', name ?? '', date ?? ''] }),
  },
};

export const isRow = ({ type }: Node): boolean => Object.hasOwn(CELLS, type.name);

/** Whether the cells of a row are nodes in it, and not its content as a whole. */
export const isInParts = ({ type }: Node): boolean => CELLS[type.name]?.parts !== undefined;

/** What each of the rows says beside its text: of a timeline the times, of an action item its label and its cells. */
export function wordsBesideRows(rows: readonly Node[], labels: ActionLabels): readonly RowWords[] {
  const times = timesOf(rows);
  return rows.map((row, index) => {
    const { before = [], after = [] } = CELLS[row.type.name]?.words?.(row, labels) ?? {};
    const time = times[index];
    return { before: time === undefined ? before : [time, ...before], after };
  });
}

/** Rows as tab-separated lines, all with the same number of cells: a column that is empty in each is left out. */
export function linesOfRows(rows: readonly Node[], labels: ActionLabels): readonly string[] {
  const cells = wordsBesideRows(rows, labels)
    .map(({ before, after }, index) => [...before, ...textsOf(rows[index]!), ...after].map(inOneLine))
    .filter((_, index) => saysSomething(rows[index]!))
    .filter((line) => line.some((cell) => cell !== ''));
  const width = Math.max(0, ...cells.map((line) => line.length));
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) =>
    cells.some((line) => line[column]),
  );
  return cells.map((line) => columns.map((column) => line[column] ?? '').join('\t'));
}

/** The problem and the root cause of a chain are said only where there are words. */
const saysSomething = (row: Node): boolean =>
  (row.type.name !== 'whyProblem' && row.type.name !== 'rootCause') || wordsOf(row) !== '';

const textsOf = (row: Node): readonly string[] =>
  CELLS[row.type.name]?.parts?.map((part) => partOf(row, part)) ?? [wordsOf(row)];

/** The times of timeline rows as the page shows them; where the rows are of several days, with each new day. */
function timesOf(rows: readonly Node[]): readonly string[] {
  const times = rows
    .filter(({ type }) => type.name === 'timelineRow')
    .map(({ attrs }) => timeOfAttributes(attrs));
  const days = daySeparators(times);
  const isOneDay = days.filter((day) => day !== null).length < 2;
  return times.map((time, index) => {
    const isDated = time.precision === 'day' || (!isOneDay && days[index] !== null);
    return isDated ? formatRowTimeAlone(time) : formatRowTime(time).text;
  });
}

const partOf = (row: Node, name: string): string =>
  row.children
    .filter(({ type }) => type.name === name)
    .map(wordsOf)
    .join(' ');

const wordsOf = (node: Node): string => node.textBetween(0, node.content.size, ' ', ' ');

const inOneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();
