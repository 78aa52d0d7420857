import type { Element, ElementContent, Root } from 'hast';
import { toHast } from 'mdast-util-to-hast';
import type { BodyNode } from '../document/template.ts';
import { writeBlocks } from '../markdown/blocks/writeBlocks.ts';
import { safeLinkAddress } from '../schema/linkPolicy.ts';
import { element, textNode } from './hastElement.ts';

/** The address of a picture of the file as a `data:` address; null when its bytes are not there. */
export type PictureAddress = (hash: string) => string | null;

/**
 * Ordinary blocks as HTML, by way of mdast. Raw HTML is shown as its text; a link that the policy refuses is
 * its text; a picture from elsewhere is described, since nothing is fetched.
 */
export function ordinaryBlocks(
  blocks: readonly BodyNode[],
  picture: PictureAddress,
): readonly ElementContent[] {
  const children = writeBlocks(blocks.map(shownBlock), {
    imageAddress: (hash) => picture(hash) ?? `missing:${hash}`,
  });
  const tree = toHast({ type: 'root', children }) as Root;
  return tree.children.flatMap((child) =>
    child.type === 'element' || child.type === 'text' ? [guarded(child, picture)] : [],
  );
}

/** Raw HTML as code, so that it is read and not run. */
function shownBlock(block: BodyNode): BodyNode {
  if (block.type === 'rawBlock')
    return { type: 'codeBlock', ...(block.content ? { content: block.content } : {}) };
  if (block.type === 'rawInline') {
    return { type: 'text', text: String(block.attrs?.value ?? '') || ' ', marks: [{ type: 'code' }] };
  }
  if (block.type === 'image' && typeof block.attrs?.hash !== 'string') {
    return { type: 'text', text: describedPicture(block) };
  }
  return block.content === undefined ? block : { ...block, content: block.content.map(shownBlock) };
}

function describedPicture({ attrs }: BodyNode): string {
  const alt = typeof attrs?.alt === 'string' && attrs.alt !== '' ? `${attrs.alt}, ` : '';
  return `[Picture: ${alt}${String(attrs?.address ?? 'no address')}]`;
}

function guarded(node: ElementContent, picture: PictureAddress): ElementContent {
  if (node.type !== 'element') return node;
  const children = node.children.map((child) => guarded(child, picture));
  if (node.tagName === 'a') return guardedLink(node, children);
  if (node.tagName === 'img') {
    const address = String(node.properties.src ?? '');
    if (address.startsWith('data:image/')) return { ...node, children };
    return textNode(`[Picture: ${String(node.properties.alt ?? '') || 'not in this file'}]`);
  }
  return { ...node, children };
}

function guardedLink(link: Element, children: readonly ElementContent[]): Element {
  const written = String(link.properties.href ?? '');
  // Footnotes lead to their own page.
  if (written.startsWith('#')) return { ...link, children: [...children] };
  const href = safeLinkAddress(written);
  return href === null
    ? element('span', null, children)
    : { ...element('a', null, children), properties: { href } };
}

/** The inline content of a line, without the paragraph around it. */
export function ordinaryLine(nodes: readonly BodyNode[], picture: PictureAddress): readonly ElementContent[] {
  if (nodes.length === 0) return [];
  const [paragraph] = ordinaryBlocks([{ type: 'paragraph', content: nodes }], picture);
  return paragraph?.type === 'element' ? paragraph.children : [];
}
