import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';

/** What a reader of a Markdown text sees and can follow, found by a walk of its own over the plain tree. */
export interface Visible {
  readonly words: readonly string[];
  /** Where links lead, references resolved. */
  readonly links: readonly string[];
  readonly images: readonly string[];
  /** Comments and tags, but for those that an export puts in so that two things stay apart. */
  readonly html: readonly string[];
  readonly footnotes: readonly string[];
}

const BLOCKS = new Set(['paragraph', 'heading', 'code', 'tableCell', 'listItem', 'footnoteDefinition']);

/** Reads a text as GitHub does, but for single tildes, which mean about. */
export function visibleIn(text: string): Visible {
  const source = text.replace(/^\uFEFF/, '');
  const [fence = '', ...lines] = source.split(/\r\n?|\n/).map((line) => line.trimEnd());
  const hasFront = fence === '---' && lines.includes(fence);
  const tree = fromMarkdown(source, {
    // Asked for front matter that is not there, it reads no list and no quote either.
    extensions: [gfm({ singleTilde: false }), ...(hasFront ? [frontmatter(['yaml'])] : [])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  });
  const definitions = new Map<string, string>();
  const define = (node: Nodes): void => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node.url);
    if ('children' in node) for (const child of node.children) define(child);
  };
  define(tree);
  let seen = '';
  const links: string[] = [];
  const images: string[] = [];
  const html: string[] = [];
  const footnotes: string[] = [];
  const visit = (node: Nodes): void => {
    if (BLOCKS.has(node.type)) seen += ' ';
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') seen += node.value;
    if (node.type === 'break') seen += ' ';
    if (node.type === 'link') links.push(node.url);
    if (node.type === 'linkReference') links.push(definitions.get(node.identifier) ?? '');
    if (node.type === 'image') images.push(node.url);
    if (node.type === 'imageReference') images.push(definitions.get(node.identifier) ?? '');
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition')
      footnotes.push(`${node.type} ${node.identifier}`);
    if (node.type === 'html') {
      if (/^<br\s*\/?>$/.test(node.value)) seen += ' ';
      else html.push(node.value.trimStart().replace(/\s+/g, ' '));
    }
    if ('children' in node) for (const child of node.children) visit(child);
    if (BLOCKS.has(node.type)) seen += ' ';
  };
  visit(tree);
  return {
    words: seen.split(/[ \t\r\n]+/).filter((word) => word !== ''),
    links,
    images,
    html: withoutSeparators(html),
    footnotes,
  };
}

const withoutSeparators = (html: readonly string[]): readonly string[] =>
  html
    .map((source) => (source.startsWith('<!--') ? source : source.replace(/<!-- -->$/, '')))
    .filter((source, at) => {
      const opens = source === '<span>' && html[at + 1] === '</span>';
      const closes = source === '</span>' && html[at - 1] === '<span>';
      return source !== '<!-- -->' && !opens && !closes;
    });
