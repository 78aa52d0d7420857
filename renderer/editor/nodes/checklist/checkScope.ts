import type { Node } from '@tiptap/pm/model';
import { CHECKLIST, type CheckSpec } from '../../../../shared/document/checklist.ts';
import { isCheckOutOfScope } from '../../../../shared/review/countedRows.ts';

/** Items that a P0 asks for and the list lacks: offered, never added by themselves. */
export function offeredItems(list: Node, severity: string | null): readonly CheckSpec[] {
  if (severity !== 'P0') return [];
  const keys = new Set<unknown>();
  list.forEach(({ attrs }) => void keys.add(attrs.key));
  return CHECKLIST.filter(({ key, onlyP0 }) => onlyP0 && !keys.has(key));
}

/** `4 of 7`: the ticked among the items that count. */
export function tickedWords(list: Node, severity: string | null): string {
  let ticked = 0;
  let total = 0;
  list.forEach(({ attrs }) => {
    if (isCheckOutOfScope(attrs, severity)) return;
    total += 1;
    if (attrs.checked === true) ticked += 1;
  });
  return total === 0 ? '' : `${ticked} of ${total}`;
}
