import type { BodyNode } from '../../../document/template.ts';
import { withLead } from '../lead.ts';
import { whyLead } from './whyParts.ts';

const partOf = (why: BodyNode, type: string): readonly BodyNode[] =>
  why.content?.find((part) => part.type === type)?.content ?? [];

export const questionOf = (why: BodyNode): readonly BodyNode[] => partOf(why, 'whyQuestion');
export const answerOf = (why: BodyNode): readonly BodyNode[] => partOf(why, 'whyAnswer');

const filled = (blocks: readonly BodyNode[]): readonly BodyNode[] =>
  blocks.filter(({ type, content }) => type !== 'paragraph' || (content ?? []).length > 0);

const asParagraphs = (line: readonly BodyNode[]): readonly BodyNode[] =>
  line.length === 0 ? [] : [{ type: 'paragraph', content: line }];

/** The list that a why chain is written as: the problem, the numbered whys, the root cause, in their order. */
export function writeWhyChain(chain: BodyNode): BodyNode {
  let number = 0;
  const items = (chain.content ?? []).map((child): BodyNode => {
    switch (child.type) {
      case 'whyProblem':
        return item(withLead(whyLead({ kind: 'problem' }), asParagraphs(child.content ?? [])));
      case 'rootCause':
        return item(withLead(whyLead({ kind: 'rootCause' }), filled(child.content ?? [])));
      default: {
        number += 1;
        const systemLevel = child.attrs?.systemLevel === true;
        const lead = whyLead({ kind: 'why', number, systemLevel });
        return item([...withLead(lead, asParagraphs(questionOf(child))), ...filled(answerOf(child))]);
      }
    }
  });
  return { type: 'bulletList', content: items };
}

const item = (content: readonly BodyNode[]): BodyNode => ({ type: 'listItem', content });
