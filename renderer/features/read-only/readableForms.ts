import { actionStatusWords } from '../../../shared/document/actionStatusWords.ts';
import { attr } from '../../../shared/document/attr.ts';
import { FACTOR_FIELD, fieldSpec } from '../../../shared/document/fields.ts';
import type { BodyNode } from '../../../shared/document/template.ts';
import { followedTicket } from '../../../shared/document/ticketLink.ts';
import { toldTenants } from '../../../shared/document/toldTenants.ts';
import { notesBeyond } from './beyondSchema.ts';
import { cell, head, paragraph, row, table, text } from './madeOf.ts';
import type { Reading } from './readable.ts';

type Nodes = readonly BodyNode[];

/** Rows of a form; what is no row of it stands across all columns. */
const rowsOf = (
  form: BodyNode,
  type: string,
  columns: number,
  { block }: Reading,
  drawn: (part: BodyNode) => BodyNode,
): Nodes =>
  (form.content ?? []).map((part) =>
    part.type === type ? drawn(part) : row(cell(block(part), { colspan: columns })),
  );

/** Named fields: the name, then what was chosen and written. */
export const readableFields = (list: BodyNode, reading: Reading): Nodes => [
  table(
    [],
    rowsOf(list, 'field', 2, reading, (field) =>
      row(head(fieldName(field)), cell(fieldValue(field, reading))),
    ),
  ),
];

const isFactor = (field: BodyNode): boolean => attr(field, 'key') === FACTOR_FIELD.key;

function fieldName(field: BodyNode): string {
  const key = attr(field, 'key');
  const kind = isFactor(field) ? attr(field, 'choice') : null;
  return attr(field, 'label') ?? capital(kind) ?? fieldSpec(key)?.label ?? key ?? 'Field';
}

function fieldValue(field: BodyNode, { facts, inside }: Reading): Nodes {
  const tenants = attr(field, 'key') === 'tenants' ? toldTenants(facts) : [];
  const choice = isFactor(field) && attr(field, 'label') === null ? null : attr(field, 'choice');
  const words = [attr(field, 'subject'), capital(choice)].filter((part) => part !== null);
  return [
    ...notesBeyond(field),
    ...[...tenants, ...words].map((line) => paragraph(text(line))),
    ...inside(field),
  ];
}

const capital = (words: string | null): string | null =>
  words === null ? null : words.charAt(0).toUpperCase() + words.slice(1);

const ACTION_HEADS = ['ID', 'Action', 'Owner', 'Ticket', 'Due', 'Priority', 'Status'];

export function readableActions(list: BodyNode, reading: Reading): Nodes {
  const rows = rowsOf(list, 'actionItem', ACTION_HEADS.length, reading, (item) =>
    row(
      wordsCell(reading.actions.find((action) => action.item === item)?.label ?? ''),
      cell([...notesBeyond(item), ...reading.inside(item)]),
      wordsCell(attr(item, 'owner')),
      cell([paragraph(ticketText(attr(item, 'ticket')))]),
      cell([paragraph(text(attr(item, 'due') ?? '–', 'mono'))]),
      wordsCell(attr(item, 'priority')),
      wordsCell(actionStatusWords(attr(item, 'status'))),
    ),
  );
  return rows.length === 0 ? [] : [table(ACTION_HEADS, rows)];
}

const wordsCell = (words: string | null): BodyNode => cell([paragraph(text(words ?? '–'))]);

function ticketText(ticket: string | null): BodyNode {
  if (ticket === null) return text('–');
  const { words, href } = followedTicket(ticket);
  return href === null ? text(words) : { ...text(words), marks: [{ type: 'link', attrs: { href } }] };
}

const SIGN_OFF_HEADS = ['Role', 'Name', 'Signed (UTC)'];

export const readableSignOff = (list: BodyNode, reading: Reading): Nodes => [
  table(
    SIGN_OFF_HEADS,
    rowsOf(list, 'signOffRow', SIGN_OFF_HEADS.length, reading, (part) =>
      row(
        cell([...notesBeyond(part), paragraph(text(attr(part, 'role') ?? '–')), ...reading.inside(part)]),
        wordsCell(attr(part, 'name')),
        wordsCell(attr(part, 'date')),
      ),
    ),
  ),
];
