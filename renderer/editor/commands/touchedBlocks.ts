import type { Node } from '@tiptap/pm/model';
import type { BodyNode } from '../../../shared/document/template.ts';
import { FORMS } from '../rows/formParts.ts';

/** What is read row by row, item by item; everything else is taken whole. */
const PARTED: ReadonlySet<string> = new Set([
  'bulletList',
  'orderedList',
  'taskList',
  'blockquote',
  ...FORMS,
]);

/**
 * The blocks of a body that a range of the editor touches, each whole; of lists and forms the items and rows.
 *
 * @param doc as the editor shows the body
 */
export const touchedBlocks = (
  doc: Node,
  body: readonly BodyNode[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly BodyNode[] => touchedChildren(doc, body, from, to);

/** Positions are counted from the start of the parent's content. */
function touchedChildren(
  parent: Node,
  children: readonly BodyNode[],
  from: number,
  to: number,
): readonly BodyNode[] {
  const touched: BodyNode[] = [];
  parent.forEach((child, offset, index) => {
    const block = children[index];
    const isTouched = offset < to && offset + child.nodeSize > from;
    if (block === undefined || !isTouched) return;
    touched.push(
      PARTED.has(child.type.name) ? parted(child, block, from - offset - 1, to - offset - 1) : block,
    );
  });
  return touched;
}

function parted(node: Node, block: BodyNode, from: number, to: number): BodyNode {
  const content = touchedChildren(node, block.content ?? [], from, to);
  // The item's own border was touched and none of its rows.
  return content.length === 0 ? block : { ...numbered(node, block, from), content };
}

/** A numbered list goes on counting from the first item that is taken. */
function numbered(node: Node, block: BodyNode, from: number): BodyNode {
  if (block.type !== 'orderedList') return block;
  let skipped = 0;
  node.forEach((child, offset) => {
    if (offset + child.nodeSize <= from) skipped += 1;
  });
  return { ...block, attrs: { ...block.attrs, start: Number(node.attrs.start ?? 1) + skipped } };
}
