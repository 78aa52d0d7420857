import type { Node } from '@tiptap/pm/model';
import { SIGN_OFF_ROLES, type SignOffSpec } from '../../../../shared/document/checklist.ts';
import { isSigned, isSignOffOutOfScope } from '../../../../shared/review/countedRows.ts';

/** Roles that a P0 asks for and the table lacks: offered, never added by themselves. */
export function offeredRoles(table: Node, severity: string | null): readonly SignOffSpec[] {
  if (severity !== 'P0') return [];
  const keys = new Set<unknown>();
  table.forEach(({ attrs }) => void keys.add(attrs.key));
  return SIGN_OFF_ROLES.filter(({ key, onlyP0 }) => onlyP0 && !keys.has(key));
}

/** `1 of 3`: the signed among the roles that count. */
export function signedWords(table: Node, severity: string | null): string {
  let signed = 0;
  let total = 0;
  table.forEach(({ attrs }) => {
    if (isSignOffOutOfScope(attrs, severity)) return;
    total += 1;
    if (isSigned(attrs)) signed += 1;
  });
  return total === 0 ? '' : `${signed} of ${total}`;
}
