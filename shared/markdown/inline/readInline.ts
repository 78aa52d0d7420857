import type { Image, ImageReference, Link, LinkReference, PhrasingContent } from 'mdast';
import type { BodyNode } from '../../document/template.ts';
import { writeMdast } from '../syntax/writeMdast.ts';
import { hashInAddress } from './imageAddress.ts';
import {
  hardBreak,
  isLinkEnd,
  isText,
  type Mark,
  markOf,
  rawInline,
  SEPARATOR,
  textNode,
} from './inlineNodes.ts';
import { oneLine } from './oneLine.ts';
import { opensHtmlBlock } from './opensHtmlBlock.ts';

/** Where a link leads, or a picture lies. */
export interface Target {
  readonly url: string;
  readonly title?: string | null | undefined;
}

/** What a line's reading needs to know of the rest of the text. */
export interface InlineContext {
  /** The address that a reference leads to, by the reference's identifier. */
  readonly definition: (identifier: string) => Target | null;
}

/** A node of a line, and the link of the source that it stands in. */
interface Piece {
  readonly node: BodyNode;
  readonly link: SourceLink | null;
  /** Of a link that is kept as its source: what that is made of. */
  readonly kept?: KeptLink;
}

/** A link of the source that is kept as it is, and the marks that it stands in. */
interface KeptLink {
  readonly link: Link;
  readonly marks: readonly Mark[];
}

/** A link of the source; two of them may lead to one place. */
interface SourceLink {
  readonly target: string;
}

/** A `<br>` is a line break, in cells the only way to write one. */
export const isBreakTag = (html: string): boolean => /^<br\s*\/?>$/i.test(html);

/** An empty pair of tags that an export puts before HTML at the start of a line, so that it opens no block. */
export const LINE_OPENER = ['<span>', '</span>'] as const;

/** The content of a paragraph, whose first HTML may stand behind an opener of ours. */
export const readParagraph = (children: readonly PhrasingContent[], context: InlineContext): BodyNode[] =>
  readInline(withoutOpener(children), context);

/** The content of a heading or cell, with the text of soft line ends as spaces. */
export function readInline(children: readonly PhrasingContent[], context: InlineContext): BodyNode[] {
  const read = children.flatMap((child) => piecesOf(child, [], null, context));
  const pieces = read.map((piece, at) =>
    piece.kept === undefined ? piece : { ...piece, node: keptSource(piece.kept, read, at) },
  );
  return pieces.flatMap((piece, at) =>
    touchesTwin(pieces, at) ? [rawInline(SEPARATOR), piece.node] : [piece.node],
  );
}

function withoutOpener(children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const opens = LINE_OPENER.every((tag, at) => {
    const child = children[at];
    return child?.type === 'html' && child.value === tag;
  });
  const behind = children.slice(2);
  return opens && opensHtmlBlock(behind) ? behind : children;
}

/** Two links to one address with nothing between them would become one link. */
function touchesTwin(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (piece === undefined || piece.link === null || !carriesLink(piece.node)) return false;
  for (let before = at - 1; before >= 0; before -= 1) {
    const other = pieces[before];
    if (other === undefined || other.link === piece.link) return false;
    if (carriesLink(other.node)) return other.link?.target === piece.link.target;
    if (isText(other.node) || other.node.type === 'image' || isLinkEnd(other.node)) return false;
  }
  return false;
}

const carriesLink = (node: BodyNode): boolean =>
  node.marks?.some(({ type }) => type === 'link') === true || typeof node.attrs?.href === 'string';

function piecesOf(
  child: PhrasingContent,
  marks: readonly Mark[],
  link: SourceLink | null,
  context: InlineContext,
): Piece[] {
  const one = (node: BodyNode): Piece[] => [{ node, link }];
  const inside = (type: string, children: readonly PhrasingContent[]): Piece[] =>
    children.flatMap((grandchild) => piecesOf(grandchild, [...marks, { type }], link, context));
  switch (child.type) {
    case 'text':
      return one(textNode(oneLine(child.value), marks));
    case 'inlineCode':
      return one(textNode(oneLine(child.value), [...marks, { type: 'code' }]));
    case 'strong':
      return inside('bold', child.children);
    case 'emphasis':
      return inside('italic', child.children);
    case 'delete':
      return inside('strike', child.children);
    case 'break':
      return one(hardBreak);
    case 'html':
      return one(isBreakTag(child.value) ? hardBreak : rawInline(oneLine(child.value)));
    case 'footnoteReference':
      return one({ type: 'footnoteReference', attrs: { label: child.label ?? child.identifier } });
    case 'image':
    case 'imageReference':
      return one(imageOf(child, marks, context));
    case 'link':
    case 'linkReference':
      return linkPieces(child, marks, context);
  }
}

const target = (node: Link | LinkReference | Image | ImageReference, context: InlineContext): Target =>
  'url' in node ? node : (context.definition(node.identifier) ?? { url: '' });

function imageOf(node: Image | ImageReference, marks: readonly Mark[], context: InlineContext): BodyNode {
  const { url, title } = target(node, context);
  const hash = hashInAddress(url);
  const href = marks.find(({ type }) => type === 'link')?.attrs?.href;
  return {
    type: 'image',
    attrs: {
      ...(hash === null ? { address: url } : { hash }),
      ...(node.alt ? { alt: oneLine(node.alt) } : {}),
      ...(title ? { title: oneLine(title) } : {}),
      ...(typeof href === 'string' ? { href } : {}),
    },
  };
}

/**
 * Whether a tag or comment stands at the edge of a link, where it would be written outside of it. A link with a
 * footnote in it cannot be kept as its source.
 */
function hasRawEdge(pieces: readonly Piece[]): boolean {
  const isRaw = (piece: Piece | undefined): boolean => piece?.node.type === 'rawInline';
  const isFootnote = ({ node }: Piece): boolean => node.type === 'footnoteReference';
  return (isRaw(pieces[0]) || isRaw(pieces.at(-1))) && !pieces.some(isFootnote);
}

function linkPieces(node: Link | LinkReference, marks: readonly Mark[], context: InlineContext): Piece[] {
  const { url, title } = target(node, context);
  const mark: Mark = { type: 'link', attrs: title ? { href: url, title: oneLine(title) } : { href: url } };
  const link: SourceLink = { target: JSON.stringify(mark.attrs) };
  const pieces = node.children.flatMap((child) => piecesOf(child, [...marks, mark], link, context));
  const holdsLink =
    pieces.some(({ node: { text } }) => text !== undefined) ||
    (!title && pieces.some(({ node: { type } }) => type === 'image'));
  if (holdsLink && !hasRawEdge(pieces)) return pieces;
  const kept: KeptLink = {
    link: { type: 'link', url, title: title ?? null, children: node.children },
    marks: pieces.some((piece) => isText(piece.node)) ? marks : [],
  };
  return [{ node: rawInline(''), link: null, kept }];
}

/** The source of a link, around whose words the marks stand that its neighbours on both sides do not share. */
function keptSource({ link, marks }: KeptLink, pieces: readonly Piece[], at: number): BodyNode {
  const isShared = ({ type }: Mark): boolean =>
    bearsTo(pieces.slice(0, at).reverse(), /\S$/, type) && bearsTo(pieces.slice(at + 1), /^\S/, type);
  const children = marks
    .filter((mark) => !isShared(mark))
    .reduceRight<Link['children']>((inner, { type }) => [markedNode(type, inner)], link.children);
  const source = writeMdast({
    type: 'root',
    children: [{ type: 'paragraph', children: [{ ...link, children }] }],
  });
  return rawInline(source.trim());
}

/** Whether the nearest text has a mark and no space at its edge, so that what stands before it is inside the mark. */
function bearsTo(pieces: readonly Piece[], edge: RegExp, mark: string): boolean {
  const node = pieces.find((piece) => isText(piece.node))?.node;
  return node !== undefined && edge.test(node.text ?? '') && markOf(node, mark) !== undefined;
}

function markedNode(mark: string, children: Link['children']): Link['children'][number] {
  switch (mark) {
    case 'bold':
      return { type: 'strong', children };
    case 'italic':
      return { type: 'emphasis', children };
    default:
      return { type: 'delete', children };
  }
}
