import type { PhrasingContent } from 'mdast';
import type { BodyNode } from '../../document/template.ts';
import {
  isLinkEnd,
  isSoftBreak,
  isText,
  MARK_ORDER,
  type Mark,
  markOf,
  sameMark,
  textAttr,
} from './inlineNodes.ts';
import { opensHtmlBlock } from './opensHtmlBlock.ts';
import { LINE_OPENER } from './readInline.ts';

/** How a text is written. */
export interface InlineStyle {
  /** Where its pictures lie. */
  readonly imageAddress: (hash: string) => string;
  /** False for a text in which an alert's mark would be a link. */
  readonly keepsAlerts?: boolean;
}

/** A node of a line with the marks that its Markdown stands in. */
interface Item {
  readonly node: BodyNode;
  readonly marks: readonly Mark[];
}

const html = (value: string): PhrasingContent => ({ type: 'html', value });

/** The Markdown of a paragraph: line breaks end the line. */
export function writeParagraph(nodes: readonly BodyNode[], style: InlineStyle): PhrasingContent[] {
  const written = nest(itemsOf(nodes), [], style, 'line');
  const opened = opensHtmlBlock(written) ? [...LINE_OPENER.map(html), ...written] : written;
  return guardedLabel(opened);
}

/** The Markdown of a heading or cell, which has one line: line breaks are tags. */
export const writeOneLine = (nodes: readonly BodyNode[], style: InlineStyle): PhrasingContent[] =>
  nest(itemsOf(nodes), [], style, 'tag');

/** A colon after a footnote's number at the start of a line would begin the footnote's text. */
function guardedLabel(written: PhrasingContent[]): PhrasingContent[] {
  return written.flatMap((node, at) => {
    const before = written[at - 1];
    const startsLine = at === 1 || written[at - 2]?.type === 'break';
    const guards =
      node.type === 'text' &&
      node.value.startsWith(':') &&
      before?.type === 'footnoteReference' &&
      startsLine;
    return guards ? [html('\\:'), { ...node, value: node.value.slice(1) }] : [node];
  });
}

/**
 * Marks are stored for text alone. What stands between two texts of one mark is written inside that mark,
 * and a picture that links somewhere inside that link.
 */
function itemsOf(nodes: readonly BodyNode[]): Item[] {
  const own = nodes.map((node) => ({ node, marks: ownMarks(node) }));
  const pictured = own.map((item, at) => (item.node.type === 'image' ? pictureItem(own, item, at) : item));
  return pictured.map((item, at) => (bears(item) ? item : { ...item, marks: shared(pictured, at) }));
}

function ownMarks(node: BodyNode): readonly Mark[] {
  const href = node.type === 'image' ? node.attrs?.href : undefined;
  return typeof href === 'string' ? [{ type: 'link', attrs: { href } }] : (node.marks ?? []);
}

/** A picture is in the link beside it, whose title it does not know, when both lead to one place. */
function pictureItem(items: readonly Item[], item: Item, at: number): Item {
  const [own] = item.marks;
  const others = shared(items, at).filter(({ type }) => type !== 'link');
  if (own === undefined) return { ...item, marks: others };
  const beside = neighbours(items, at).flatMap(({ marks }) => marks);
  return { ...item, marks: [beside.find((mark) => sameTarget(mark, own)) ?? own, ...others] };
}

/** The nearest texts or pictures on both sides. */
function neighbours(items: readonly Item[], at: number): readonly Item[] {
  const sides = [items.slice(0, at).reverse(), items.slice(at + 1)];
  return sides.flatMap((side) => side.find((item) => bears(item) || isSeparator(item)) ?? []);
}

function shared(items: readonly Item[], at: number): readonly Mark[] {
  const left = items.slice(0, at).reverse().find(bears)?.marks ?? [];
  const right = items.slice(at + 1).find(bears)?.marks ?? [];
  const item = items[at] as Item;
  if (isSoftBreak(item.node)) return [];
  const separates = isSeparator(item);
  return left.filter(
    (mark) =>
      notCode(mark) && !(separates && mark.type === 'link') && right.some((other) => sameMark(mark, other)),
  );
}

/** A separator, or the source of a link, which cannot stand in another one. */
const isSeparator = ({ node }: Item): boolean => isLinkEnd(node);

const bears = ({ node }: Item): boolean => isText(node) || node.type === 'image';
const notCode = (mark: Mark): boolean => mark.type !== 'code';
const sameTarget = (a: Mark, b: Mark): boolean =>
  a.type === 'link' && b.type === 'link' && a.attrs?.href === b.attrs?.href;

type BreakAs = 'line' | 'tag';

function nest(
  items: readonly Item[],
  applied: readonly Mark[],
  style: InlineStyle,
  breaks: BreakAs,
): PhrasingContent[] {
  const written: PhrasingContent[] = [];
  let at = 0;
  while (at < items.length) {
    const item = items[at] as Item;
    const run = longestRun(items, at, applied);
    if (run === null) {
      written.push(leafOf(item.node, items[at + 1]?.node, style, breaks));
      at += 1;
    } else {
      const children = nest(items.slice(at, run.end), [...applied, run.mark], style, breaks);
      written.push(marked(run.mark, children));
      at = run.end;
    }
  }
  return written;
}

function longestRun(
  items: readonly Item[],
  start: number,
  applied: readonly Mark[],
): { readonly mark: Mark; readonly end: number } | null {
  let longest: { mark: Mark; end: number } | null = null;
  const open = (items[start]?.marks ?? []).filter(
    (mark) => notCode(mark) && !applied.some((other) => sameMark(mark, other)),
  );
  for (const mark of open.sort((a, b) => outerRank(a) - outerRank(b))) {
    let end = start + 1;
    while (items[end]?.marks.some((other) => sameMark(mark, other))) end += 1;
    if (mark.type !== 'link') end = withoutCutLink(items, start, end);
    if (longest === null || end > longest.end) longest = { mark, end };
  }
  return longest;
}

/** Where a run ends that does not cut a link in two: two links to one place are not one. */
function withoutCutLink(items: readonly Item[], start: number, end: number): number {
  const link = (at: number): Mark | undefined => items[at]?.marks.find(({ type }) => type === 'link');
  const [last, after] = [link(end - 1), link(end)];
  if (last === undefined || after === undefined || !sameMark(last, after)) return end;
  let cut = end - 1;
  while (cut > start && sameMark(link(cut - 1) ?? NO_LINK, last)) cut -= 1;
  return cut > start ? cut : end;
}

const NO_LINK: Mark = { type: 'none' };

/** Of marks of one extent the link is outermost. */
const outerRank = ({ type }: Mark): number =>
  type === 'link' ? -1 : MARK_ORDER.indexOf(type as (typeof MARK_ORDER)[number]);

function marked(mark: Mark, children: PhrasingContent[]): PhrasingContent {
  switch (mark.type) {
    case 'bold':
      return { type: 'strong', children };
    case 'italic':
      return { type: 'emphasis', children };
    case 'strike':
      return { type: 'delete', children };
    default: {
      const title = mark.attrs?.title;
      return {
        type: 'link',
        url: String(mark.attrs?.href ?? ''),
        title: typeof title === 'string' ? title : null,
        children: children as Exclude<PhrasingContent, { type: 'link' | 'linkReference' }>[],
      };
    }
  }
}

function leafOf(
  node: BodyNode,
  next: BodyNode | undefined,
  style: InlineStyle,
  breaks: BreakAs,
): PhrasingContent {
  if (isText(node))
    return markOf(node, 'code')
      ? { type: 'inlineCode', value: node.text }
      : { type: 'text', value: node.text };
  switch (node.type) {
    case 'hardBreak':
      if (isSoftBreak(node)) return { type: 'text', value: '\n' };
      return breaks === 'line' && next !== undefined && next.type !== 'rawInline' && next.type !== 'hardBreak'
        ? { type: 'break' }
        : html('<br>');
    case 'image':
      return imageOf(node, style);
    case 'footnoteReference': {
      const label = textAttr(node, 'label') ?? '';
      return { type: 'footnoteReference', identifier: label, label };
    }
    default:
      return html(textAttr(node, 'value') ?? '');
  }
}

function imageOf(node: BodyNode, style: InlineStyle): PhrasingContent {
  const hash = textAttr(node, 'hash');
  return {
    type: 'image',
    url: hash === null ? (textAttr(node, 'address') ?? '') : style.imageAddress(hash),
    alt: textAttr(node, 'alt') ?? '',
    title: textAttr(node, 'title'),
  };
}
