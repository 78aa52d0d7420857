import { SIGN_OFF_ROLES } from '../../../document/checklist.ts';
import type { BodyNode } from '../../../document/template.ts';
import { textAttr } from '../../inline/inlineNodes.ts';
import { node, notedAttrs } from '../attrs.ts';
import { lineOf, linesOf, tableOf, tidy, wordsOf } from '../cells.ts';
import type { FormContext } from '../formContext.ts';

const HEADS = ['Role', 'Name', 'Date'] as const;
const COLUMNS = ['role', 'name', 'date'] as const;

/** The table that a sign-off is written as. */
export function writeSignOff(signOff: BodyNode): BodyNode {
  const rows = (signOff.content ?? []).map((row) =>
    COLUMNS.map((column) => lineOf(tidy(textAttr(row, column) ?? ''))),
  );
  return tableOf([HEADS.map(lineOf), ...rows]);
}

/** A table of roles, names and dates as a sign-off; else null. */
export function readSignOff(table: BodyNode, context: FormContext): BodyNode | null {
  const [head = [], ...rows] = linesOf(table) ?? [];
  if (head.length !== HEADS.length || !HEADS.every((words, at) => wordsOf(head[at] ?? []) === words))
    return null;
  const words = rows.map((row) => row.map(wordsOf));
  if (rows.length === 0 || words.some((row) => row.includes(null))) return null;
  return {
    type: 'signOff',
    content: words.map(([role, name, date]) => {
      const note = context.notes.take('signatures', { text: role ?? '' })?.note;
      const key = SIGN_OFF_ROLES.find((spec) => spec.role === role)?.key ?? null;
      const attrs = { key, role: role || null, name: name || null, date: date || null };
      return node('signOffRow', notedAttrs(attrs, note, ['key']));
    }),
  };
}
