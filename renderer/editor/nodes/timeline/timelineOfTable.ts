import type { Node, Schema } from '@tiptap/pm/model';
import type { ColumnOfTimes } from '../../../../shared/markdown/timesInPlace.ts';
import { parseTimeCell } from '../../../../shared/time/parseTimeCell.ts';
import type { RowTime } from '../../../../shared/time/rowTime.ts';
import { cellsOfTable } from './paste/cellsOfTable.ts';
import { rowsOfCells } from './paste/rowsOfCells.ts';
import { rowsAt } from './paste/timedRows.ts';

const TIME_HEAD = /\b(?:times?(?:stamps?)?|when|date|hour|clock|utc)\b/i;

/** Whether an ordinary table could be a timeline: it has a column of times, and a head that says so. */
export function isTimelineTable(schema: Schema, table: Node): boolean {
  const cells = cellsOfTable(table);
  const [head = [], ...body] = cells;
  return (
    body.length > 0 && head.some(({ words }) => TIME_HEAD.test(words)) && rowsOfCells(schema, cells) !== null
  );
}

/** Reads the times in a column of a table, one for each text. */
export type ReadColumn = (column: Pick<ColumnOfTimes, 'heads' | 'texts' | 'events'>) => readonly RowTime[];

/** A timeline that says all that a table says; null for a table without a column of times. */
export function timelineOfTable(schema: Schema, table: Node, readTimes: ReadColumn): Node | null {
  const read = rowsOfCells(schema, cellsOfTable(table));
  if (read === null) return null;
  // The head of the times is not kept: they are in UTC now, whatever it said.
  const { rows, heads, eventLabel, sourceLabel } = read;
  const times = readTimes({
    heads,
    texts: rows.map(({ time }) => time),
    events: rows.map(({ event }) => event.toJSON() ?? []),
  });
  return schema.node('timeline', { eventLabel, sourceLabel }, rowsAt(schema, rows, times));
}

/**
 * The day that the times of a table took from elsewhere when it became a timeline, `YYYY-MM-DD`: its first time
 * names none. Null when it does.
 */
export function dayTaken(schema: Schema, table: Node, timeline: Node): string | null {
  const rows = rowsOfCells(schema, cellsOfTable(table))?.rows ?? [];
  for (const [index, { time }] of rows.entries()) {
    const at: unknown = timeline.maybeChild(index)?.attrs.at;
    if (typeof at !== 'string') continue;
    const isDated = parseTimeCell(time, { carryDate: null, zone: null, digits: true })?.dated === true;
    return isDated ? null : at.slice(0, 10);
  }
  return null;
}
