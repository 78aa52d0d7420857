import { DOMParser, Fragment, type Node, type Schema } from '@tiptap/pm/model';
import { readBody } from '../../../../../shared/markdown/blocks/readBody.ts';
import { leadingTime } from '../../../../../shared/time/leadingTime.ts';
import { linkedText } from '../../../marks/link/linkedText.ts';
import { isBlank } from '../rowStops.ts';
import { cellsOfTable } from './cellsOfTable.ts';
import type { PastedRow } from './pastedRow.ts';
import { rowsOfCells } from './rowsOfCells.ts';
import { sheetCells } from './sheetCells.ts';

/** Longer text is not searched for rows: it is pasted as it is. */
const LONGEST = 1_000_000;
const DELIMITER_ROW = /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*\|/m;

/** The rows in what was pasted: of a table, a range of cells, or lines that begin with times; else null. */
export function pastedRows(
  schema: Schema,
  { text, html }: { readonly text: string; readonly html: string },
): readonly PastedRow[] | null {
  if (text.length > LONGEST || html.length > LONGEST) return null;
  return (
    (/<table\b/i.test(html) ? rowsOfTables(schema, tablesOfHtml(schema, html)) : null) ??
    (DELIMITER_ROW.test(text) ? rowsOfTables(schema, tablesOfMarkdown(schema, text)) : null) ??
    rowsOfSheet(schema, text) ??
    rowsOfLines(schema, text)
  );
}

function tablesOfHtml(schema: Schema, html: string): readonly Node[] {
  const page = new window.DOMParser().parseFromString(html, 'text/html');
  return tablesIn(DOMParser.fromSchema(schema).parse(page.body));
}

const tablesOfMarkdown = (schema: Schema, text: string): readonly Node[] =>
  tablesIn(
    schema.node(
      'doc',
      null,
      readBody(text).map((block) => schema.nodeFromJSON(block)),
    ),
  );

/** The tables of a document that holds nothing else; none where something beside them would be lost. */
const tablesIn = (doc: Node): readonly Node[] =>
  doc.children.every((node) => node.type.name === 'table' || isBlank(node))
    ? doc.children.filter((node) => node.type.name === 'table')
    : [];

/** The rows of all tables; null when there is none, or one that is no timeline: then all of it stays as it is. */
function rowsOfTables(schema: Schema, tables: readonly Node[]): readonly PastedRow[] | null {
  const rows = tables.map((table) => rowsOfCells(schema, cellsOfTable(table))?.rows ?? null);
  return rows.length === 0 || rows.includes(null) ? null : rows.flatMap((some) => some ?? []);
}

function rowsOfSheet(schema: Schema, text: string): readonly PastedRow[] | null {
  const cells = sheetCells(text);
  if (cells === null) return null;
  const read = rowsOfCells(
    schema,
    cells.map((row) =>
      row.map((words) => ({ words: words.trim(), blocks: Fragment.from(paragraphs(schema, words)) })),
    ),
  );
  return read?.rows ?? null;
}

/** Lines that begin with times, two at least; a line without one goes on with the event above it. */
export function rowsOfLines(schema: Schema, text: string): readonly PastedRow[] | null {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const timed = lines.map(leadingTime);
  if (timed[0] === null || timed.filter((line) => line !== null).length < 2) return null;
  const rows: { time: string; event: Fragment }[] = [];
  for (const [index, line] of lines.entries()) {
    const lead = timed[index] ?? null;
    const blocks = Fragment.from(paragraphs(schema, lead?.rest ?? line));
    if (lead !== null) rows.push({ time: lead.time, event: blocks });
    else rows[rows.length - 1]!.event = rows[rows.length - 1]!.event.append(blocks);
  }
  return rows.map((row) => ({ ...row, source: Fragment.empty }));
}

const paragraphs = (schema: Schema, text: string): readonly Node[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.node('paragraph', null, linkedText(schema, line.trim())));
