import { Fragment, type Node, type Schema } from '@tiptap/pm/model';
import { writtenAddresses } from './writtenAddresses.ts';

/** Plain text as inline content, with the addresses in it as links. */
export const linkedText = (schema: Schema, text: string): Fragment =>
  text === '' ? Fragment.empty : Fragment.from(linkedParts(schema.text(text)));

/** The same content, with the addresses in its plain text as links; links, code and code blocks stay as they are. */
export function withLinks(content: Fragment): Fragment {
  return Fragment.from(
    content.content.flatMap((node) => {
      if (node.isText) return linkedParts(node);
      return [node.isLeaf || node.type.spec.code ? node : node.copy(withLinks(node.content))];
    }),
  );
}

function linkedParts(node: Node): readonly Node[] {
  const { link, code } = node.type.schema.marks;
  if (node.marks.some(({ type }) => type === link || type === code)) return [node];
  const parts: Node[] = [];
  let end = 0;
  for (const { from, to, href } of writtenAddresses(node.text ?? '')) {
    if (from > end) parts.push(node.cut(end, from));
    const address = node.cut(from, to);
    parts.push(address.mark(link!.create({ href }).addToSet(address.marks)));
    end = to;
  }
  if (end < node.nodeSize) parts.push(node.cut(end));
  return parts;
}
