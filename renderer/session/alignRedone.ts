import * as Y from 'yjs';

/**
 * Splits items and what stands in for them at the same places, so that each has one of its own length. Yjs 13.6.33
 * knows by the id of its first sign what an undo has put in the place of a deleted item. Where one of the two was
 * split or joined since, the next undo follows that id to a part of the other: it loses the rest, leaves some of it
 * behind, or takes the wrong end of it for the place of what comes beside it.
 *
 * @param transaction of an undo or redo that has not begun yet; what can be joined again is joined at its end
 */
export function alignRedone(transaction: Y.Transaction): void {
  let isAligned = false;
  while (!isAligned) {
    isAligned = true;
    for (const item of redoneItems(transaction.doc)) if (splitAlike(transaction, item)) isAligned = false;
  }
}

function redoneItems(doc: Y.Doc): (Y.Item & { redone: Y.ID })[] {
  const isRedone = (struct: Y.AbstractStruct): struct is Y.Item & { redone: Y.ID } =>
    struct instanceof Y.Item && struct.redone !== null;
  return [...doc.store.clients.values()].flatMap((structs) => structs.filter(isRedone));
}

/** @returns whether anything had to be split */
function splitAlike(transaction: Y.Transaction, item: Y.Item & { redone: Y.ID }): boolean {
  const { store } = transaction.doc;
  const target = Y.getItem(store, item.redone);
  if (!(target instanceof Y.Item)) return false;
  if (target.id.clock < item.redone.clock) {
    Y.getItemCleanStart(transaction, item.redone);
    return true;
  }
  if (target.length === item.length) return false;
  const [longer, shorter] = target.length > item.length ? [target, item] : [item, target];
  Y.getItemCleanStart(transaction, Y.createID(longer.id.client, longer.id.clock + shorter.length));
  return true;
}
