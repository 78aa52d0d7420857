import type { BodyNode } from '../../../document/template.ts';
import { isText, markOf, textNode } from '../../inline/inlineNodes.ts';

/** A line parted behind its first question mark that ends a question. */
export interface PartedLine {
  readonly question: readonly BodyNode[];
  readonly answer: readonly BodyNode[];
}

/** Parts a question from the answer in the same line; all of it is the question when nothing parts them. */
export function partLine(line: readonly BodyNode[]): PartedLine {
  for (const [at, node] of line.entries()) {
    if (!isText(node) || markOf(node, 'code') || markOf(node, 'link')) continue;
    const end = /\?(?= \S|$)/.exec(node.text)?.index;
    if (end === undefined) continue;
    const [asked, rest] = [node.text.slice(0, end + 1), node.text.slice(end + 1)];
    const after = line.slice(at + 1);
    if (rest === '' && !(isText(after[0]) && after[0].text.startsWith(' '))) continue;
    const answer = [...(rest === '' ? [] : [textNode(rest, node.marks)]), ...after];
    return { question: [...line.slice(0, at), textNode(asked, node.marks)], answer: withoutSpace(answer) };
  }
  return { question: line, answer: [] };
}

function withoutSpace(line: readonly BodyNode[]): readonly BodyNode[] {
  const [first, ...others] = line;
  if (!isText(first)) return line;
  const text = first.text.replace(/^ /, '');
  return text === '' ? others : [textNode(text, first.marks), ...others];
}
