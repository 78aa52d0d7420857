import type { BodyNode } from '../../../document/template.ts';
import { sameData } from '../../sameData.ts';
import { node } from '../attrs.ts';
import { firstLine, lineAfterLead, withLead } from '../lead.ts';
import { labelOf } from './whyLabel.ts';
import { OUR_WHYS, styleText, whyLead, whyStyleOf } from './whyStyle.ts';

/**
 * Whys may be written as a list, and the root cause that they lead to in a paragraph of its own behind it:
 * `Root cause: the limit was never tested.` In the document it is part of the chain (MD-N14).
 */

/** A body in which such paragraphs are part of their chains. */
export function joinRootCauses(body: readonly BodyNode[]): BodyNode[] {
  const joined: BodyNode[] = [];
  for (const block of body) {
    const last = joined.at(-1);
    const chain = last === undefined ? null : joinRootCause(last, block);
    if (chain === null) joined.push(block);
    else joined[joined.length - 1] = chain;
  }
  return joined.map((block) =>
    isApart(block) && partRootCause(block) === null ? withRootCauseInside(block) : block,
  );
}

/** The body with those paragraphs behind their chains again, for being written. */
export const partRootCauses = (body: readonly BodyNode[]): BodyNode[] =>
  body.flatMap((block) => partRootCause(block) ?? [block]);

function joinRootCause(chain: BodyNode, paragraph: BodyNode): BodyNode | null {
  const children = chain.content ?? [];
  const style = whyStyleOf(chain);
  const isOpen =
    children.some(({ type }) => type === 'why') && !children.some(({ type }) => type === 'rootCause');
  const isPlain = !style.apart && style.layout === 'list' && sameData(style.rootCause, OUR_WHYS.rootCause);
  if (chain.type !== 'whyChain' || paragraph.type !== 'paragraph' || !isOpen || !isPlain) return null;
  const line = firstLine([paragraph]);
  const found = labelOf(line);
  if (found?.label.kind !== 'rootCause') return null;
  const written = { ...style, rootCause: found.style, apart: true };
  const words = lineAfterLead(line, whyLead(found.label, written)) ?? [];
  if (words.length === 0) return null;
  return node('whyChain', { ...chain.attrs, written: styleText(written) }, [
    ...children,
    { type: 'rootCause', content: [{ type: 'paragraph', content: words }] },
  ]);
}

const isApart = (block: BodyNode): boolean => block.type === 'whyChain' && whyStyleOf(block).apart;

/** The chain and the paragraph behind it; null when they would not become the chain again. */
function partRootCause(chain: BodyNode): readonly BodyNode[] | null {
  if (!isApart(chain)) return null;
  const style = whyStyleOf(chain);
  const children = chain.content ?? [];
  const last = children.at(-1);
  const [first] = last?.type === 'rootCause' ? (last.content ?? []) : [];
  if (first === undefined) return null;
  const bare = { ...style, rootCause: OUR_WHYS.rootCause, apart: false };
  const parts = [
    node('whyChain', { ...chain.attrs, written: styleText(bare) }, children.slice(0, -1)),
    ...withLead(whyLead({ kind: 'rootCause' }, style), last?.content ?? []),
  ] as const;
  const [list, paragraph, ...others] = parts;
  const again = paragraph === undefined || others.length > 0 ? null : joinRootCause(list, paragraph);
  return sameData(again, chain) ? parts : null;
}

const withRootCauseInside = (chain: BodyNode): BodyNode =>
  node(
    'whyChain',
    { ...chain.attrs, written: styleText({ ...whyStyleOf(chain), apart: false }) },
    chain.content,
  );
