import * as Y from 'yjs';

/** Whether something that `client` did not put in stands, directly or deeper, in the type that `item` holds. */
export function holdsOthersWork(item: Y.Item, client: number): boolean {
  if (!(item.content instanceof Y.ContentType)) return false;
  return standingIn(item.content.type).some(
    (inner) => inner.id.client !== client || holdsOthersWork(inner, client),
  );
}

/** What can be seen of a type: its children and its newest attributes, without marks and what is deleted. */
function standingIn(type: Y.AbstractType<unknown>): readonly Y.Item[] {
  const standing: Y.Item[] = [];
  for (let item = type._start; item !== null; item = item.right) standing.push(item);
  standing.push(...type._map.values());
  return standing.filter(({ deleted, countable }) => !deleted && countable);
}

/**
 * Whether a value, or one before it by the same client, took the place of one that somebody else had set at once with
 * it: Yjs brings back none that was before the two, so that without it there would be none at all.
 */
export function wonOverOthers(item: Y.Item): boolean {
  if (item.parentSub === null || item.deleted) return false;
  let first = item;
  while (first.left !== null && first.left.id.client === item.id.client) first = first.left;
  return first.left !== null && !Y.compareIDs(first.origin, first.left.lastId);
}
