import type { Element, ElementContent, Root } from 'hast';
import { type Handlers, toHast } from 'mdast-util-to-hast';
import type { BodyNode } from '../document/template.ts';
import { alertIn } from '../markdown/blocks/alert.ts';
import { writeBlocks } from '../markdown/blocks/writeBlocks.ts';
import { isBreakTag } from '../markdown/inline/readInline.ts';
import { safeLinkAddress } from '../schema/linkPolicy.ts';
import { element, textNode } from './hastElement.ts';

/** The address of a picture of the file as a `data:` address; null when its bytes are not there. */
export type PictureAddress = (hash: string) => string | null;

/**
 * Ordinary blocks as HTML, by way of mdast. Raw HTML is shown as its text; a link that the policy refuses is
 * its text; a picture from elsewhere is described, since nothing is fetched; an alert has its name.
 */
export function ordinaryBlocks(
  blocks: readonly BodyNode[],
  picture: PictureAddress,
): readonly ElementContent[] {
  const children = writeBlocks(blocks.flatMap(shownBlocks), {
    imageAddress: (hash) => picture(hash) ?? `missing:${hash}`,
  });
  const tree = toHast({ type: 'root', children }, { handlers: HANDLERS }) as Root;
  return tree.children.flatMap((child) =>
    child.type === 'element' || child.type === 'text' ? [guarded(child, picture)] : [],
  );
}

/** Of the HTML that Markdown is written with only a line break, as in a cell, is one on paper too. */
const HANDLERS: Handlers = {
  html: (_state, { value }: { readonly value: string }) =>
    isBreakTag(value) ? element('br', null, []) : undefined,
};

/** Raw HTML as code, so that it is read and not run; a footnote where it stands, under its label. */
function shownBlocks(block: BodyNode): readonly BodyNode[] {
  const content = block.content?.flatMap(shownBlocks);
  switch (block.type) {
    case 'rawBlock':
      return [{ type: 'codeBlock', ...(content ? { content } : {}) }];
    case 'rawInline':
      return [{ type: 'text', text: String(block.attrs?.value ?? '') || ' ', marks: [{ type: 'code' }] }];
    case 'footnoteReference':
      return [text(footnoteLabel(block))];
    case 'footnote':
      return labelled(`${footnoteLabel(block)} `, content ?? []);
    case 'blockquote':
      return [titledAlert({ ...block, content: content ?? [] })];
    case 'image':
      return typeof block.attrs?.hash === 'string' ? [block] : [text(describedPicture(block))];
    default:
      return [content === undefined ? block : { ...block, content }];
  }
}

/** GitHub's alert with its name in bold in place of its mark. */
function titledAlert(quote: BodyNode): BodyNode {
  const alert = alertIn(quote);
  if (alert === null) return quote;
  const name = { ...text(alert.name), marks: [{ type: 'bold' }] };
  return {
    ...quote,
    content: [{ type: 'paragraph', content: [name, ...alert.rest] }, ...(quote.content ?? []).slice(1)],
  };
}

const text = (words: string): BodyNode => ({ type: 'text', text: words });

const footnoteLabel = ({ attrs }: BodyNode): string => `[${String(attrs?.label ?? '')}]`;

function labelled(label: string, blocks: readonly BodyNode[]): readonly BodyNode[] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', content: [text(label)] }, ...blocks];
  return [{ ...first, content: [text(label), ...(first.content ?? [])] }, ...rest];
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
