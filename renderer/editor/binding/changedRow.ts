import type { Node } from '@tiptap/pm/model';
import { NodeSelection, type Selection } from '@tiptap/pm/state';
import { ROWS } from '../rows/formParts.ts';

/**
 * The row whose owner, time or other value is the first that two states of a document differ in, selected in the
 * first one: a control of the row has changed it, and the selection of the text may be far away.
 *
 * @returns null where something else differs, or the selection lies in that row
 */
export function changedRow(before: Node, after: Node, { from, to }: Selection): NodeSelection | null {
  const position = before.content.findDiffStart(after.content);
  const row = position === null ? null : before.nodeAt(position);
  const now = position === null ? null : after.nodeAt(position);
  if (position === null || row === null || now === null || !ROWS.has(row.type.name)) return null;
  if (row.type !== now.type || row.sameMarkup(now) || !row.content.eq(now.content)) return null;
  const isIn = from >= position && to <= position + row.nodeSize;
  return isIn ? null : NodeSelection.create(before, position);
}
