import type { ResolvedPos } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';

/** From the start of a list to the first words of its first item. */
const INTO_ITEM = 3;

/**
 * Makes a task of the bullet that begins with the words between two positions, which go: in a task list that parts its
 * list there, or goes on with the one right above.
 *
 * @returns false, with nothing changed, where no bullet begins there
 */
export function makeTaskOfBullet(tr: Transaction, from: number, to: number, checked: boolean): boolean {
  if (!beginsBullet(tr.doc.resolve(from))) return false;
  const $at = tr.delete(from, to).doc.resolve(from);
  const { taskList, taskItem } = tr.doc.type.schema.nodes;
  const depth = $at.depth - 2;
  const list = $at.node(depth);
  const index = $at.index(depth);
  const at = $at.before(depth);
  const part = (from: number, to?: number) => {
    const items = list.children.slice(from, to);
    return items.length === 0 ? [] : [list.type.create(list.attrs, items)];
  };
  const above = part(0, index);
  const start = at + above.reduce((size, { nodeSize }) => size + nodeSize, 0);
  const task = taskList!.create(null, taskItem!.create({ checked }, list.child(index).content));
  tr.replaceWith(at, $at.after(depth), [...above, task, ...part(index + 1)]);
  tr.setSelection(TextSelection.create(tr.doc, start + INTO_ITEM));
  if (tr.doc.resolve(start).nodeBefore?.type === taskList) tr.join(start);
  return true;
}

const beginsBullet = ($at: ResolvedPos): boolean =>
  $at.parentOffset === 0 &&
  $at.depth > 2 &&
  $at.index(-1) === 0 &&
  $at.node(-1).type.name === 'listItem' &&
  $at.node(-2).type.name === 'bulletList';
