import * as Y from 'yjs';

type Step = Y.UndoManager['undoStack'][number];
type SharedType = Y.AbstractType<unknown>;

/** So many steps are aligned whatever they seem to change: others' work may keep them from it. */
const AT_LEAST = 5;

/**
 * Splits items and what stands in for them at the same places, so that each has one of its own length. Yjs 13.6.33
 * knows by the id of its first sign what an undo has put in the place of a deleted item. Where one of the two was
 * split or joined since, the next undo follows that id to a part of the other: it loses the rest, leaves some of it
 * behind, or takes the wrong end of it for the place of what comes beside it.
 *
 * @param transaction of an undo or redo that has not begun yet; what can be joined again is joined at its end
 * @param steps of which that takes the last one, and those before it as long as they change nothing any more, or
 *   may not
 */
export function alignRedone(transaction: Y.Transaction, steps: readonly Step[]): void {
  for (const [index, step] of [...steps].reverse().entries()) {
    alignWithin(transaction, typesOf(transaction, step));
    if (index + 1 >= AT_LEAST && changesSomething(transaction, step)) return;
  }
}

/** The texts and nodes that a step reached into. */
function typesOf(transaction: Y.Transaction, { insertions, deletions }: Step): Set<SharedType> {
  const types = new Set<SharedType>();
  for (const set of [insertions, deletions])
    Y.iterateDeletedStructs(transaction, set, (struct) => {
      if (struct instanceof Y.Item) types.add(struct.parent as SharedType);
    });
  return types;
}

/** Aligns what is in some types, and in those where what stands in for it is. */
function alignWithin(transaction: Y.Transaction, types: Set<SharedType>): void {
  const { store } = transaction.doc;
  let isAligned = false;
  while (!isAligned) {
    isAligned = true;
    for (const type of types)
      for (const item of itemsIn(type)) {
        if (item.redone === null) continue;
        const target = Y.getItem(store, item.redone);
        if (!(target instanceof Y.Item)) continue;
        types.add(target.parent as SharedType);
        if (splitAlike(transaction, item, item.redone, target)) isAligned = false;
      }
  }
}

/** All that is and was in a type: its list, and each of its keys. */
function* itemsIn({ _start, _map }: SharedType): Generator<Y.Item> {
  for (let item = _start; item !== null; item = item.right) yield item;
  for (const last of _map.values())
    for (let item: Y.Item | null = last; item !== null; item = item.left) yield item;
}

/** @returns whether anything had to be split */
function splitAlike(transaction: Y.Transaction, item: Y.Item, redone: Y.ID, target: Y.Item): boolean {
  if (target.id.clock < redone.clock) {
    Y.getItemCleanStart(transaction, redone);
    return true;
  }
  if (target.length === item.length) return false;
  const [longer, shorter] = target.length > item.length ? [target, item] : [item, target];
  Y.getItemCleanStart(transaction, Y.createID(longer.id.client, longer.id.clock + shorter.length));
  return true;
}

/** Whether something that the step put in is there, or something that it took away is not. */
function changesSomething(transaction: Y.Transaction, { insertions, deletions }: Step): boolean {
  const isThere = (item: Y.Item): boolean => {
    const { redone } = item;
    const target = redone === null ? null : Y.getItem(transaction.doc.store, redone);
    return target instanceof Y.Item ? isThere(target) : !item.deleted;
  };
  let changes = false;
  Y.iterateDeletedStructs(transaction, insertions, (struct) => {
    changes ||= struct instanceof Y.Item && isThere(struct);
  });
  Y.iterateDeletedStructs(transaction, deletions, (struct) => {
    // What was made and taken away within the step does not come back.
    const isWithin = Y.isDeleted(insertions, struct.id);
    changes ||= !isWithin && struct instanceof Y.Item && !isThere(struct);
  });
  return changes;
}
