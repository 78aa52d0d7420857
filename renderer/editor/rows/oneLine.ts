import { Fragment, type Node } from '@tiptap/pm/model';

/** The inline content of all text blocks as one line, with a gap between what stood in two blocks. */
export function oneLine(content: Fragment, gap: Node): Fragment {
  const lines: Fragment[] = [];
  let loose = Fragment.empty;
  const collect = (fragment: Fragment): void =>
    fragment.forEach((node) => {
      if (node.isInline) loose = loose.addToEnd(node);
      else if (node.isTextblock) lines.push(node.content);
      else collect(node.content);
    });
  collect(content);
  return [loose, ...lines]
    .filter((line) => line.size > 0)
    .reduce((joined, line) => (joined.size === 0 ? line : joined.addToEnd(gap).append(line)), Fragment.empty);
}
