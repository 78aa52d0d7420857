import type { Element } from 'hast';
import { attr } from '../document/attr.ts';
import type { BodyNode } from '../document/template.ts';
import { element } from './hastElement.ts';
import { ordinaryBlocks, ordinaryLine } from './ordinaryBlocks.ts';
import { childrenOf, type PublishContext } from './publishContext.ts';

/** The chain: problem, numbered whys with their actions, root cause; in the document's order. */
export function printedWhys(chain: BodyNode, context: PublishContext): readonly Element[] {
  const printed: Element[] = [];
  let whys: Element[] = [];
  let number = 0;
  const endList = (): void => {
    if (whys.length > 0) printed.push(element('ol', 'whys', whys));
    whys = [];
  };
  for (const part of chain.content ?? []) {
    if (part.type === 'why') {
      number += 1;
      whys.push(printedWhy(part, number, context));
      continue;
    }
    endList();
    const node = part.type === 'whyProblem' ? printedProblem(part, context) : printedCause(part, context);
    if (node !== null) printed.push(node);
  }
  endList();
  return printed;
}

function printedProblem(problem: BodyNode, { picture }: PublishContext): Element | null {
  const line = ordinaryLine(problem.content ?? [], picture);
  return line.length === 0 ? null : element('p', 'problem', line);
}

function printedCause(cause: BodyNode, { picture }: PublishContext): Element | null {
  const blocks = ordinaryBlocks(cause.content ?? [], picture);
  if (blocks.length === 0) return null;
  return element('div', 'cause', element('span', 'label', 'Root cause'), blocks);
}

function printedWhy(why: BodyNode, number: number, context: PublishContext): Element {
  const question = childrenOf(why, 'whyQuestion').flatMap((part) => part.content ?? []);
  const answer = childrenOf(why, 'whyAnswer').flatMap((part) => part.content ?? []);
  const id = attr(why, 'id');
  const actions = id === null ? [] : context.actionsOfWhy(id);
  return element(
    'li',
    null,
    element('b', 'number', String(number)),
    element(
      'div',
      null,
      element('h4', null, question.length === 0 ? `Why ${number}` : ordinaryLine(question, context.picture)),
      ordinaryBlocks(answer, context.picture),
      why.attrs?.systemLevel === true
        ? element('p', 'note', 'A system-level truth: the chain stops here.')
        : null,
      actions.length === 0
        ? null
        : element('p', 'note', `${actions.length === 1 ? 'Action' : 'Actions'} ${actions.join(', ')}`),
    ),
  );
}
