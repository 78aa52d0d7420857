import { Fragment, type Node, type Schema } from '@tiptap/pm/model';
import type { Heads } from '../../../../../shared/markdown/forms/timeline/dayColumn.ts';
import { parseTimeCell } from '../../../../../shared/time/parseTimeCell.ts';
import type { RowTime } from '../../../../../shared/time/rowTime.ts';
import { isUtc, readZone } from '../../../../../shared/time/zone.ts';
import { zoneOfHead } from '../../../../../shared/time/zoneOfHead.ts';
import { withLinks } from '../../../marks/link/linkedText.ts';
import { oneLine } from '../../../rows/oneLine.ts';
import { isBlank } from '../rowStops.ts';
import type { PastedCell, PastedRow } from './pastedRow.ts';

type Cells = readonly (readonly PastedCell[])[];

const SOURCE_HEAD = /\b(?:sources?|links?|references?|refs?|evidence|proof)\b/i;
const EVENT_HEAD =
  /\b(?:events?|what|happened|descriptions?|details?|messages?|entry|entries|actions?|notes?)\b/i;

/** What stands in which column; -1 for none. `others` are kept with the event. */
interface Columns {
  readonly day: number;
  readonly time: number;
  readonly event: number;
  readonly source: number;
  readonly others: readonly number[];
}

const timeIn = (cell: PastedCell | undefined): RowTime | null =>
  parseTimeCell(cell?.words ?? '', { carryDate: null, zone: null, digits: true })?.time ?? null;

/** The rows of a table, and the heads of its columns; a label is null where it has none. */
export interface ReadCells {
  readonly rows: readonly PastedRow[];
  readonly heads: Heads;
  readonly eventLabel: string | null;
  readonly sourceLabel: string | null;
}

/**
 * The rows of a table that has a column of times; null for every other table. No column is lost: those that
 * are neither time nor event nor source follow the event, each with its head.
 */
export function rowsOfCells(schema: Schema, cells: Cells): ReadCells | null {
  const time = columnOf(cells, (found) => found !== null && found.precision !== 'day');
  const [first] = cells;
  if (time < 0 || first === undefined || first.length < 2) return null;
  const head = timeIn(first[time]) === null ? first : null;
  const body = head === null ? cells : cells.slice(1);
  const columns = columnsOf(head, body, time);
  const stated = zoneOfHead(head?.[time]?.words ?? '');
  const zone = stated === null || isUtc(readZone(stated)) ? null : stated;
  const rows = body.map((row) => ({
    time: [row[columns.day]?.words, zoned(row[time], zone)].filter(Boolean).join(' '),
    event: eventOf(schema, row, head, columns),
    source: withLinks(oneLine(row[columns.source]?.blocks ?? Fragment.empty, schema.text(' '))),
  }));
  return {
    rows,
    heads: headsOf(head, columns),
    eventLabel: head?.[columns.event]?.words || null,
    sourceLabel: head?.[columns.source]?.words || null,
  };
}

/** The heads of the times and of all other columns. */
function headsOf(head: readonly PastedCell[] | null, { day, time }: Columns): Heads {
  const words = (head ?? []).map((cell) => cell.words);
  const others = words.filter((_, column) => column !== day && column !== time);
  return { day: words[day] ?? null, time: words[time] ?? '', others };
}

/** The column in which most cells are such times; -1 where they are fewer than half in each. */
function columnOf(cells: Cells, fits: (time: RowTime | null) => boolean): number {
  const width = cells[0]?.length ?? 0;
  const counts = Array.from({ length: width }, (_, column) => {
    // The first row may be a head.
    const from = fits(timeIn(cells[0]?.[column])) ? 0 : 1;
    const filled = cells.slice(from).filter((row) => row[column]?.words);
    const times = filled.filter((row) => fits(timeIn(row[column]))).length;
    return times * 2 >= filled.length ? times : 0;
  });
  const most = Math.max(0, ...counts);
  return most === 0 ? -1 : counts.indexOf(most);
}

function columnsOf(head: readonly PastedCell[] | null, body: Cells, time: number): Columns {
  const width = body[0]?.length ?? 0;
  const dayColumn = columnOf(body, (found) => found?.precision === 'day');
  const day = dayColumn === time ? -1 : dayColumn;
  const free = Array.from({ length: width }, (_, column) => column).filter(
    (column) => column !== time && column !== day,
  );
  const headed = (words: RegExp): number =>
    free.find((column) => words.test(head?.[column]?.words ?? '')) ?? -1;
  const last = free.length < 2 ? -1 : (free.at(-1) ?? -1);
  const unheadedSource = head === null && (free.length === 2 || isAllLinks(body, last)) ? last : -1;
  const source = Math.max(headed(SOURCE_HEAD), unheadedSource);
  const rest = free.filter((column) => column !== source);
  const named = headed(EVENT_HEAD);
  const event = rest.includes(named) ? named : longestOf(body, rest);
  return { day, time, event, source, others: rest.filter((column) => column !== event) };
}

/** Whether a column holds links and nothing else. */
function isAllLinks(body: Cells, column: number): boolean {
  const filled = body.flatMap((row) => (row[column]?.words ? [row[column]] : []));
  return filled.length > 0 && filled.every(isLink);
}

function isLink({ words, blocks }: PastedCell): boolean {
  let isLinked = true;
  for (const block of blocks.content) {
    block.descendants(({ isText, marks, text }) => {
      if (isText && text?.trim() && !marks.some(({ type }) => type.name === 'link')) isLinked = false;
    });
  }
  return isLinked || /^https?:\/\/\S+$/i.test(words);
}

function longestOf(body: Cells, columns: readonly number[]): number {
  const length = (column: number): number =>
    body.reduce((sum, row) => sum + (row[column]?.words.length ?? 0), 0);
  return [...columns].sort((one, two) => length(two) - length(one))[0] ?? -1;
}

/** A time under a head such as `Time (CET)` is in that zone, unless it names one itself. */
function zoned(cell: PastedCell | undefined, zone: string | null): string {
  const words = cell?.words ?? '';
  const time = timeIn(cell);
  const isBare = time !== null && time.zone === null && !/\bUTC\b|Z$/.test(words);
  return zone === null || !isBare ? words : `${words} ${zone}`;
}

function eventOf(
  schema: Schema,
  row: readonly PastedCell[],
  head: readonly PastedCell[] | null,
  { event, others }: Columns,
): Fragment {
  const extra: Node[] = others.flatMap((column) => {
    const cell = row[column];
    if (!cell?.words) return [];
    const label = head?.[column]?.words;
    const line = oneLine(cell.blocks, schema.text(' '));
    const start = label ? Fragment.from(schema.text(`${label}: `)) : Fragment.empty;
    return [schema.node('paragraph', null, start.append(line))];
  });
  const blocks = row[event]?.blocks.content ?? [];
  const said = extra.length === 0 ? blocks : blocks.filter((block) => !isBlank(block));
  return Fragment.from([...said, ...extra]);
}
