import type { Node } from '@tiptap/pm/model';
import { isBlank } from '../../rows/drawnView.ts';

/** The whys of a chain with the position before each; `start` is the position before the chain. */
export function whysIn(
  chain: Node,
  start: number,
): readonly { readonly why: Node; readonly position: number }[] {
  const whys: { why: Node; position: number }[] = [];
  chain.forEach((child, offset) => {
    if (child.type.name === 'why') whys.push({ why: child, position: start + 1 + offset });
  });
  return whys;
}

/** The parts of a why of one kind; a merge may have brought more than one. */
export function partsOf(why: Node, kind: 'whyQuestion' | 'whyAnswer'): readonly Node[] {
  const parts: Node[] = [];
  why.forEach((part) => {
    if (part.type.name === kind) parts.push(part);
  });
  return parts;
}

export const isAnswered = (why: Node): boolean =>
  partsOf(why, 'whyAnswer').some((answer) => !isBlank(answer));

export const isEmptyWhy = (why: Node): boolean => {
  let empty = why.attrs.systemLevel === null;
  why.forEach((part) => {
    empty &&= isBlank(part);
  });
  return empty;
};

/** The text of a node in one line. */
export const lineOf = (node: Node): string =>
  node.textBetween(0, node.content.size, ' ', ' ').replace(/\s+/g, ' ').trim();

/** What the question of a why asks about: the answer above it or, for the first, the problem. */
export function groundOf(chain: Node, index: number): string {
  const above: Node[] = [];
  chain.forEach((child, _, at) => {
    if (at < index && (child.type.name === 'why' || child.type.name === 'whyProblem')) above.push(child);
  });
  const last = above[above.length - 1];
  if (last === undefined) return '';
  return last.type.name === 'why' ? partsOf(last, 'whyAnswer').map(lineOf).join(' ').trim() : lineOf(last);
}
