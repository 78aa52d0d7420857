import type { Node } from '@tiptap/pm/model';
import { SIGN_OFF_ROLES, type SignOffSpec } from '../../../../shared/document/checklist.ts';
import { isDate } from '../../../../shared/time/calendarDate.ts';

/** Whether a role signs for P0 incidents only and this is none: it stays, muted, and is not counted. */
export const isOutOfScope = (row: Node, severity: string | null): boolean =>
  severity !== 'P0' && SIGN_OFF_ROLES.some(({ key, onlyP0 }) => onlyP0 && key === row.attrs.key);

/** Roles that a P0 asks for and the table lacks: offered, never added by themselves. */
export function offeredRoles(table: Node, severity: string | null): readonly SignOffSpec[] {
  if (severity !== 'P0') return [];
  const keys = new Set<unknown>();
  table.forEach(({ attrs }) => void keys.add(attrs.key));
  return SIGN_OFF_ROLES.filter(({ key, onlyP0 }) => onlyP0 && !keys.has(key));
}

/** Somebody signed, on a day. */
export const isSigned = ({ attrs }: Node): boolean =>
  (attrs.name ?? '') !== '' && attrs.date !== null && isDate(attrs.date);

/** `1 of 3`: the signed among the roles that count. */
export function signedWords(table: Node, severity: string | null): string {
  let signed = 0;
  let total = 0;
  table.forEach((row) => {
    if (isOutOfScope(row, severity)) return;
    total += 1;
    if (isSigned(row)) signed += 1;
  });
  return total === 0 ? '' : `${signed} of ${total}`;
}
