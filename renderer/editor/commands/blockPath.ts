import type { Node } from '@tiptap/pm/model';

/**
 * The child indexes that lead from the document to the node at `position`. Blocks of the document and elements
 * of the Y.Doc are numbered alike, so the path finds the same node in shared/document's `elementAt`.
 */
export function blockPathOf(doc: Node, position: number): readonly number[] {
  const place = doc.resolve(position);
  return Array.from({ length: place.depth + 1 }, (_, depth) => place.index(depth));
}

/** The position before the node that a path leads to; null where there is none. */
export function positionOfPath(doc: Node, path: readonly number[]): number | null {
  let node = doc;
  let position = 0;
  for (const [depth, index] of path.entries()) {
    if (index >= node.childCount) return null;
    for (let before = 0; before < index; before += 1) position += node.child(before).nodeSize;
    if (depth === path.length - 1) return position;
    node = node.child(index);
    position += 1;
  }
  return null;
}
