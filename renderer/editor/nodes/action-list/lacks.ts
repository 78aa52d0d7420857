import type { Node } from '@tiptap/pm/model';
import { isDate } from '../../../../shared/time/calendarDate.ts';
import { statusOf } from './actionAttributes.ts';

/** Whether a row marks a cell of an item as lacking; a dropped item needs nothing any more. */
export function lacks(item: Node, part: 'owner' | 'ticket' | 'due'): boolean {
  if (statusOf(item) === 'dropped') return false;
  const value: string | null = item.attrs[part];
  return part === 'due' ? value === null || !isDate(value) : value === null || value === '';
}
