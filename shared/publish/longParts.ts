import type { Element, ElementContent } from 'hast';

/** About half a page, in lines. */
const MANY_LINES = 30;
/** Characters that a line of the widest column holds, about. */
const LINE_WIDTH = 90;

const KEPT_WHOLE: ReadonlySet<string> = new Set(['tr', 'pre', 'li', 'div']);

/**
 * Rows, code and the like are kept on one page; those that are as long as half of one are marked `long`, so that they may
 * be cut. Kept whole, they would leave the page before them empty, and be cut in the end where they do not fit on any.
 */
export function withLongParts(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node;
    const children = withLongParts(node.children);
    const isLong = KEPT_WHOLE.has(node.tagName) && linesOf(node) >= MANY_LINES;
    return isLong ? marked({ ...node, children }) : { ...node, children };
  });
}

function marked(node: Element): Element {
  const { className } = node.properties;
  return {
    ...node,
    properties: { ...node.properties, className: [...(Array.isArray(className) ? className : []), 'long'] },
  };
}

const BLOCKS: ReadonlySet<string> = new Set(['p', 'li', 'pre', 'tr', 'br']);

/** How many lines a part has, about. */
const linesOf = (node: Element): number =>
  wordsOf(node)
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / LINE_WIDTH)), 0);

function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const words = node.children.map(wordsOf).join('');
  return BLOCKS.has(node.tagName) ? `${words}\n` : words;
}
