import type { Definition, Nodes, Root, RootContent } from 'mdast';
import type { BodyNode } from '../../document/template.ts';
import type { Target } from '../inline/readInline.ts';
import { parseMdast } from '../syntax/parseMdast.ts';
import { type BlockContext, readBlocks } from './readBlocks.ts';

/**
 * The ordinary blocks of a Markdown text: none of our own forms, and not yet in normal form.
 *
 * @throws HostError `too-large` for what is too long, nested too deep or too slow to read
 */
export const readBody = (text: string): BodyNode[] => blocksOf(parseMdast(text));

/** The ordinary blocks of a parsed text; front matter is a block of code. */
const blocksOf = (root: Root): BodyNode[] => readBlocks(root.children, contextOf(root));

/** The same without front matter, and with soft breaks where the lines of a paragraph all begin with times. */
export function linedBlocksOf(root: Root): BodyNode[] {
  const context = contextOf(root);
  const paragraphs = new Set<RootContent>(root.children.filter(({ type }) => type === 'paragraph'));
  const blocks = root.children.filter(({ type }) => type !== 'yaml' && type !== 'toml');
  return readBlocks(blocks, { ...context, keepsLines: (paragraph) => paragraphs.has(paragraph) });
}

/** Reference links are resolved; definitions that nothing refers to, or that come second, are kept as source. */
function contextOf(root: Root): BlockContext {
  const definitions = new Map<string, Definition>();
  const used = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return {
    definition: (identifier): Target | null => definitions.get(identifier) ?? null,
    isSpent: (definition) =>
      definitions.get(definition.identifier) === definition && used.has(definition.identifier),
  };
}
