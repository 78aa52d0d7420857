import type * as Y from 'yjs';
import { readAbout } from './about.ts';
import { aboutOf } from './layout.ts';

/** What names an action item: its hidden permanent id and the N of `A<N>`. */
export interface NumberedAction {
  readonly id: string | null;
  readonly number: number | null;
}

/** Suffixes take at least this many characters of a hidden id, so that they look alike. */
const SHORTEST_SUFFIX = 2;

/**
 * The label of each action item, in the order given: `A6`, or `A6-k7` where a merge brought two items of one
 * number. The suffix is the beginning of the hidden id, as long as it takes to tell those items apart; it
 * depends on which items there are and not on their order, so every replica shows the same. Two copies of one
 * item have one label. An item without a number is `A?`.
 */
export function actionLabels(items: readonly NumberedAction[]): readonly string[] {
  const idsOfNumber = new Map<number | null, Set<string>>();
  for (const { id, number } of items) {
    const ids = idsOfNumber.get(number) ?? new Set();
    idsOfNumber.set(number, ids.add(id ?? ''));
  }
  const suffixLengths = new Map([...idsOfNumber].map(([number, ids]) => [number, lengthThatTells(ids)]));
  return items.map(({ id, number }) => {
    const suffix = (id ?? '').slice(0, suffixLengths.get(number) ?? 0);
    return `A${number ?? '?'}${suffix === '' ? '' : `-${suffix}`}`;
  });
}

/** How many first characters tell the ids apart; 0 for one id alone. */
function lengthThatTells(ids: ReadonlySet<string>): number {
  if (ids.size < 2) return 0;
  let length = SHORTEST_SUFFIX;
  while (new Set([...ids].map((id) => id.slice(0, length))).size < ids.size) length += 1;
  return length;
}

/**
 * Gives out the next N of `A<N>` and remembers it, so that it is never given again: the counter lies outside
 * what undo takes back. Two replicas that are apart may give out the same; see `actionLabels`.
 *
 * @param present numbers that items have now: an import may have brought higher ones than were given out
 */
export function claimActionNumber(doc: Y.Doc, present: readonly number[]): number {
  const next = Math.max(readAbout(doc).lastAction, ...present) + 1;
  doc.transact(() => aboutOf(doc).set('lastAction', next));
  return next;
}
