import type { BodyNode } from '../../../document/template.ts';
import { mergeTexts } from '../../inline/inlineNodes.ts';
import { sameData } from '../../sameData.ts';
import { boldStart, firstLine, type Lead, withLead } from '../lead.ts';
import type { WhyLabelStyle } from './whyLabel.ts';
import { partLine } from './whyParagraph.ts';
import { OUR_WHYS, type WhyStyle, whyLead, whyStyleOf } from './whyStyle.ts';

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
  const style = styleToWrite(chain);
  let number = 0;
  const items = (chain.content ?? []).map((child): BodyNode => {
    switch (child.type) {
      case 'whyProblem':
        return item(withLead(whyLead({ kind: 'problem' }, style), asParagraphs(child.content ?? [])));
      case 'rootCause':
        return item(withLead(whyLead({ kind: 'rootCause' }, style), filled(child.content ?? [])));
      default: {
        number += 1;
        const systemLevel = child.attrs?.systemLevel === true;
        return item(writeWhy(child, whyLead({ kind: 'why', number, systemLevel }, style), style));
      }
    }
  });
  return style.ordered
    ? { type: 'orderedList', attrs: { start: 1 }, content: items }
    : { type: 'bulletList', content: items };
}

/**
 * A numbered list has no place for a problem, a root cause, or a why without a question, and a label in one bold
 * run with the words behind it none for words that are not bold.
 */
function styleToWrite(chain: BodyNode): WhyStyle {
  const style = whyStyleOf(chain);
  const parts = chain.content ?? [];
  const onlyWhys = parts.every((child) => child.type === 'why' && questionOf(child).length > 0);
  const fits = parts.every(
    (part) => endsBold(style[kindOf(part)]) === false || boldStart(wordsOf(part)) !== null,
  );
  return (style.ordered && !onlyWhys) || !fits ? OUR_WHYS : style;
}

const endsBold = ([bold, plain]: WhyLabelStyle): boolean => bold !== '' && plain === '';

function kindOf({ type }: BodyNode): 'problem' | 'why' | 'rootCause' {
  if (type === 'whyProblem') return 'problem';
  return type === 'rootCause' ? type : 'why';
}

/** The line that stands behind a part's label. */
function wordsOf(part: BodyNode): readonly BodyNode[] {
  if (part.type === 'why') return questionOf(part);
  return part.type === 'rootCause' ? firstLine(filled(part.content ?? [])) : (part.content ?? []);
}

const item = (content: readonly BodyNode[]): BodyNode => ({ type: 'listItem', content });

function writeWhy(why: BodyNode, lead: Lead, style: WhyStyle): BodyNode[] {
  const question = questionOf(why);
  const answer = filled(answerOf(why));
  const [first, ...others] = answer;
  if (style.joined && question.length > 0 && first?.type === 'paragraph') {
    const line = mergeTexts([...question, { type: 'text', text: ' ' }, ...(first.content ?? [])]);
    const parted = partLine(line);
    if (sameData(parted.question, question) && sameData(parted.answer, first.content))
      return [...withLead(lead, asParagraphs(line)), ...others];
  }
  return [...withLead(lead, asParagraphs(question)), ...answer];
}
