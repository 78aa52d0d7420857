import type { Fragment, Node, Slice } from '@tiptap/pm/model';

/** Whether there is such a node somewhere in the content, outside of the words. */
export const holds = (content: Fragment, is: (node: Node) => boolean): boolean =>
  content.content.some((node) => is(node) || (!node.isTextblock && holds(node.content, is)));

/** Whether a slice was selected within one such node, which is open at both ends: the node itself was not meant. */
export function isWithin({ content, openStart, openEnd }: Slice, is: (node: Node) => boolean): boolean {
  let inner = content;
  for (let depth = Math.min(openStart, openEnd); depth > 0 && inner.childCount === 1; depth -= 1) {
    const only = inner.child(0);
    if (is(only)) return true;
    inner = only.content;
  }
  return false;
}
