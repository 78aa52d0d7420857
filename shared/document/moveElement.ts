import * as Y from 'yjs';

/**
 * Moves one child of a container to another place among its siblings, made on the Y.Doc: through the editor
 * the diff would rewrite each row between the two places. For Yjs a move is a delete and a copy, so the copy
 * keeps the hidden id, by which two copies that a merge brings together are recognised.
 *
 * @param from index of the child now
 * @param to index that the child will have
 * @throws RangeError when there is no such child
 */
export function moveElement(
  container: Y.XmlElement | Y.XmlFragment,
  from: number,
  to: number,
  origin: unknown,
): void {
  const child = from >= 0 && from < container.length ? container.get(from) : null;
  if (!(child instanceof Y.XmlElement) || to < 0 || to >= container.length) {
    throw new RangeError(`no move from ${from} to ${to} among ${container.length}`);
  }
  if (from === to) return;
  const move = (): void => {
    const copy = child.clone();
    container.delete(from, 1);
    container.insert(to, [copy]);
  };
  if (container.doc === null) move();
  else container.doc.transact(move, origin);
}

/** The element at a path of child indexes below the body; null where the path leads elsewhere. */
export function elementAt(body: Y.XmlFragment, path: readonly number[]): Y.XmlElement | null {
  let element: Y.XmlFragment = body;
  for (const index of path) {
    const child: unknown = index < element.length ? element.get(index) : null;
    if (!(child instanceof Y.XmlElement)) return null;
    element = child;
  }
  return element instanceof Y.XmlElement ? element : null;
}
