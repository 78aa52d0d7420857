import type { ResolvedPos } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';

/** The kinds of lists in whose items a marker says what they are already. */
type ListNames = ReadonlySet<string>;

/**
 * Takes a marker out of an item that it begins, between two positions: the item is what the marker asks for.
 *
 * @returns the position of the item; null, with nothing changed, where no item of such a list begins there
 */
export function takeMarker(tr: Transaction, from: number, to: number, lists: ListNames): number | null {
  const $at = tr.doc.resolve(from);
  if (!beginsItem($at, lists)) return null;
  tr.delete(from, to);
  return $at.before(-1);
}

const beginsItem = ($at: ResolvedPos, lists: ListNames): boolean =>
  $at.parentOffset === 0 && $at.depth > 2 && $at.index(-1) === 0 && lists.has($at.node(-2).type.name);
