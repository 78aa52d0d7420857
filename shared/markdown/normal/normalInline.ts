import type { BodyNode } from '../../document/template.ts';
import {
  hardBreak,
  isSoftBreak,
  isText,
  MARK_ORDER,
  type Mark,
  markOf,
  mergeTexts,
  rawInline,
  softBreak,
  textAttr,
  textNode,
} from '../inline/inlineNodes.ts';
import { oneLine, withoutEnd, withoutStart } from '../inline/oneLine.ts';
import { isBreakTag } from '../inline/readInline.ts';
import { readsAsRawInline } from './rawSource.ts';

/** Where something stands, as far as its normal form depends on it. */
export interface NormalPlace {
  /** The labels of the document's footnotes, as Markdown compares them. */
  readonly labels: ReadonlySet<string>;
  readonly inFootnote: boolean;
}

/** Text that a UTF-8 file and a Markdown reader keep as it is (MD-N1). */
export const keptText = (text: string): string =>
  text.replace(/\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');

const keptLine = (text: string): string => oneLine(keptText(text));

/** A footnote's label as Markdown can write it (MD-N9). */
export const keptLabel = (label: string): string =>
  keptText(label)
    .replace(/[\s[\]\\&^]+/g, '-')
    .slice(0, 200);

export const comparedLabel = (label: string): string => label.toLowerCase().toUpperCase();

/** The content of a line in its normal form. */
export function normalInline(nodes: readonly BodyNode[], place: NormalPlace): BodyNode[] {
  const kept = nodes.flatMap((node) => (isText(node) ? keptTextNode(node) : keptAtom(node, place)));
  return trimmed(mergeTexts(withoutMarkedEdges(mergeTexts(kept))));
}

function keptTextNode(node: BodyNode & { readonly text: string }): BodyNode[] {
  const text = keptLine(node.text);
  return text === '' ? [] : [textNode(text, keptMarks(node.marks ?? []))];
}

function keptMarks(marks: readonly Mark[]): Mark[] {
  return MARK_ORDER.flatMap((type): Mark[] => {
    const mark = marks.find((other) => other.type === type);
    if (mark === undefined) return [];
    if (type !== 'link') return [{ type }];
    const { href, title } = mark.attrs ?? {};
    if (typeof href !== 'string') return [];
    const attrs = { href: keptText(href) };
    return [
      {
        type,
        attrs: typeof title === 'string' && title !== '' ? { ...attrs, title: keptLine(title) } : attrs,
      },
    ];
  });
}

function keptAtom(node: BodyNode, place: NormalPlace): BodyNode[] {
  switch (node.type) {
    case 'hardBreak':
      return [isSoftBreak(node) ? softBreak : hardBreak];
    case 'rawInline': {
      const value = keptLine(textAttr(node, 'value') ?? '');
      if (value === '') return [];
      if (isBreakTag(value)) return [hardBreak];
      return [readsAsRawInline(value) ? rawInline(value) : textNode(value)];
    }
    case 'footnoteReference': {
      const label = keptLabel(textAttr(node, 'label') ?? '');
      if (label === '') return [];
      const known = place.labels.has(comparedLabel(label));
      return [known ? { type: 'footnoteReference', attrs: { label } } : textNode(`[^${label}]`)];
    }
    case 'image':
      return keptImage(node);
    default:
      return [];
  }
}

function keptImage(node: BodyNode): BodyNode[] {
  const hash = textAttr(node, 'hash');
  const words = Object.fromEntries(
    (['alt', 'title', 'href'] as const).flatMap((name) => {
      const value = textAttr(node, name);
      return value === null ? [] : [[name, name === 'href' ? keptText(value) : keptLine(value)] as const];
    }),
  );
  const address = keptText(textAttr(node, 'address') ?? '');
  return [{ type: 'image', attrs: { ...(hash === null ? { address } : { hash }), ...words } }];
}

/** Bold and italic do not cover white space at their edges, which a reader cannot see (MD-N3). */
function withoutMarkedEdges(nodes: readonly BodyNode[]): BodyNode[] {
  let pieces = nodes.flatMap(cutAtSpace);
  for (const type of ['bold', 'italic'])
    pieces = pieces.map((piece, at) => edgeUnmarked(pieces, piece, at, type));
  return pieces;
}

/** White space at both ends of a text as texts of their own, so that each can have its own marks. */
function cutAtSpace(node: BodyNode): BodyNode[] {
  if (!isText(node) || markOf(node, 'code')) return [node];
  const core = node.text.trim();
  if (core === '' || core === node.text) return [node];
  const start = node.text.indexOf(core);
  return [node.text.slice(0, start), core, node.text.slice(start + core.length)]
    .filter((text) => text !== '')
    .map((text) => textNode(text, node.marks));
}

const isSpace = (node: BodyNode): boolean => isText(node) && !markOf(node, 'code') && node.text.trim() === '';

function edgeUnmarked(pieces: readonly BodyNode[], piece: BodyNode, at: number, type: string): BodyNode {
  if (!isSpace(piece) || !markOf(piece, type)) return piece;
  const bears = (node: BodyNode): boolean => isText(node) && !isSpace(node);
  const stretch = (step: 1 | -1): boolean => {
    for (let next = at + step; next >= 0 && next < pieces.length; next += step) {
      const node = pieces[next] as BodyNode;
      if (!markOf(node, type)) return false;
      if (bears(node)) return true;
    }
    return false;
  };
  return stretch(-1) && stretch(1)
    ? piece
    : textNode(
        piece.text as string,
        piece.marks?.filter((mark) => mark.type !== type),
      );
}

/** White space at the ends of a line, unless it is linked or code, and breaks at its end say nothing (MD-N2). */
function trimmed(nodes: readonly BodyNode[]): BodyNode[] {
  const cut = nodes.flatMap((node, at): BodyNode[] => {
    if (!isText(node) || markOf(node, 'code') || markOf(node, 'link')) return [node];
    const starts = endsLine(nodes, at, -1);
    const ends = endsLine(nodes, at, 1);
    let text = node.text;
    if (starts) text = withoutStart(text);
    if (ends) text = withoutEnd(text);
    return text === '' ? [] : [textNode(text, node.marks)];
  });
  while (cut.at(-1)?.type === 'hardBreak') cut.pop();
  return cut;
}

/** Whether only white space stands between a text and the end of its line on one side. */
function endsLine(nodes: readonly BodyNode[], at: number, step: 1 | -1): boolean {
  for (let next = at + step; next >= 0 && next < nodes.length; next += step) {
    const node = nodes[next] as BodyNode;
    if (node.type === 'hardBreak') return true;
    if (!isText(node) || markOf(node, 'code') || markOf(node, 'link') || /[^ \t]/.test(node.text))
      return false;
  }
  return true;
}
