import type { Node } from '@tiptap/pm/model';
import { actionStatusWords } from '../../../shared/document/actionStatusWords.ts';
import { formatRowTime, formatRowTimeAlone } from '../../../shared/time/formatRowTime.ts';
import { timeOfAttributes } from '../../../shared/time/rowTimeAttributes.ts';
import { daySeparators } from '../../../shared/time/timeAbove.ts';
import { fieldLabel } from '../nodes/field-list/fieldKind.ts';

/** The label of each action item by its hidden id. */
export type ActionLabels = ReadonlyMap<string, string>;

/** The cells of each kind of row but its time, in the order in which the page shows them. */
const CELLS: Readonly<Record<string, (row: Node, labels: ActionLabels) => readonly string[]>> = {
  timelineRow: (row) => [partOf(row, 'timelineEvent'), partOf(row, 'timelineSource')],
  whyProblem: (row) => named('Problem', wordsOf(row)),
  why: (row) => [partOf(row, 'whyQuestion'), partOf(row, 'whyAnswer')],
  rootCause: (row) => named('Root cause', wordsOf(row)),
  actionItem: (row, labels) => {
    const { id, owner, ticket, due, priority, status } = row.attrs;
    return [labels.get(id), wordsOf(row), owner, ticket, due, priority, actionStatusWords(status)].map(
      (cell) => cell ?? '',
    );
  },
  field: (row) => [fieldLabel(row), row.attrs.subject ?? '', row.attrs.choice ?? '', wordsOf(row)],
  checkItem: (row) => [row.attrs.checked ? '[x]' : '[ ]', wordsOf(row)],
  signOffRow: ({ attrs: { role, name, date } }) => [role ?? '', name ?? '', date ?? ''],
};

export const isRow = ({ type }: Node): boolean => Object.hasOwn(CELLS, type.name);

/** Rows as tab-separated lines, all with the same number of cells: a column that is empty in each is left out. */
export function linesOfRows(rows: readonly Node[], labels: ActionLabels): readonly string[] {
  const times = timesOf(rows);
  const cells = rows
    .map((row, index) => [times[index] ?? '', ...(CELLS[row.type.name]?.(row, labels) ?? [])].map(inOneLine))
    .filter((line) => line.some((cell) => cell !== ''));
  const width = Math.max(0, ...cells.map((line) => line.length));
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) =>
    cells.some((line) => line[column]),
  );
  return cells.map((line) => columns.map((column) => line[column] ?? '').join('\t'));
}

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

const named = (name: string, words: string): readonly string[] => (words === '' ? [] : [name, words]);

const partOf = (row: Node, name: string): string =>
  row.children
    .filter(({ type }) => type.name === name)
    .map(wordsOf)
    .join(' ');

const wordsOf = (node: Node): string => node.textBetween(0, node.content.size, ' ', ' ');

const inOneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();
