import { containerNode } from './containerNode.ts';
import { attributes } from './dataAttribute.ts';

/** `written` is how an import spelled and laid it out, for shared/markdown alone. */
export const WhyChain = containerNode({
  name: 'whyChain',
  group: 'block',
  content: '(whyProblem | why | rootCause)*',
  attributes: attributes({ texts: ['written'] }),
});

export const WhyProblem = containerNode({ name: 'whyProblem', content: 'inline*' });

/** `systemLevel`: the answer is a system-level truth and the chain stops here. */
export const Why = containerNode({
  name: 'why',
  content: '(whyQuestion | whyAnswer)*',
  attributes: attributes({ texts: ['id'], flags: ['systemLevel'] }),
});

export const WhyQuestion = containerNode({ name: 'whyQuestion', content: 'inline*' });

export const WhyAnswer = containerNode({ name: 'whyAnswer', content: 'block*' });

export const RootCause = containerNode({ name: 'rootCause', content: 'block*' });
