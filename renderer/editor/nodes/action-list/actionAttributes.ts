import type { Node } from '@tiptap/pm/model';
import { type ActionStatus, actionStatusOf } from '../../../../shared/document/actionStatus.ts';

export const PRIORITIES = ['P1', 'P2', 'P3'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** How soon an action of a priority is due: the guide that stands under the table. */
export const PRIORITY_GUIDE: Readonly<Record<Priority, string>> = {
  P1: 'Keeps it from happening again. This sprint.',
  P2: 'Makes it smaller or shorter next time. Next sprint.',
  P3: 'Monitoring, runbooks, documents. This quarter.',
};

/** The priority of an item; null when it has none or an import wrote it in words of its own. */
export const priorityOf = (item: Node): Priority | null =>
  PRIORITIES.find((priority) => priority === item.attrs.priority) ?? null;

/** The status of an item; open when it has none, null when an import wrote it in words of its own. */
export const statusOf = (item: Node): ActionStatus | null => actionStatusOf(item.attrs.status);
