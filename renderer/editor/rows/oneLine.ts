import { Fragment, type Node } from '@tiptap/pm/model';

/** The inline content of all text blocks, one fragment a block; what holds no text at all has no line. */
export function linesOf(content: Fragment): readonly Fragment[] {
  const lines: Fragment[] = [];
  let loose = Fragment.empty;
  const collect = (fragment: Fragment): void =>
    fragment.forEach((node) => {
      if (node.isInline) loose = loose.addToEnd(node);
      else if (node.isTextblock) lines.push(node.content);
      else collect(node.content);
    });
  collect(content);
  return [loose, ...lines].filter((line) => line.size > 0);
}

/** Whether nothing would be lost if only the lines of `content` were kept: no picture, rule or the like. */
export function isAllLines(content: Fragment): boolean {
  return content.content.every(
    (node) => node.isInline || node.isTextblock || (!node.isLeaf && isAllLines(node.content)),
  );
}

/** The inline content of all text blocks as one line, with a gap between what stood in two blocks. */
export function oneLine(content: Fragment, gap: Node): Fragment {
  return linesOf(content).reduce(
    (joined, line) => (joined.size === 0 ? line : joined.append(Fragment.from(gap)).append(line)),
    Fragment.empty,
  );
}
