import { attr } from '../../../shared/document/attr.ts';
import type { BodyNode } from '../../../shared/document/template.ts';
import { notesBeyond } from './beyondSchema.ts';
import { label, note, paragraph } from './madeOf.ts';
import type { Reading } from './readable.ts';

/** The chain under small headings: the problem, the numbered whys with their actions, the root cause. */
export function readableWhys(chain: BodyNode, reading: Reading): readonly BodyNode[] {
  let number = 0;
  return (chain.content ?? []).flatMap((part) => {
    switch (part.type) {
      case 'whyProblem':
        return titled('Problem', part, lineOf(part, reading));
      case 'rootCause':
        return titled('Root cause', part, reading.inside(part));
      case 'why':
        number += 1;
        return readableWhy(part, number, reading);
      default:
        return reading.block(part);
    }
  });
}

const titled = (words: string, part: BodyNode, blocks: readonly BodyNode[]): readonly BodyNode[] => [
  label(words),
  ...notesBeyond(part),
  ...blocks,
];

function lineOf(node: BodyNode, { inside }: Reading): readonly BodyNode[] {
  const line = inside(node);
  return line.length === 0 ? [] : [paragraph(...line)];
}

function readableWhy(why: BodyNode, number: number, reading: Reading): readonly BodyNode[] {
  const id = attr(why, 'id');
  const actions = reading.actions.filter(({ item }) => id !== null && item.attrs?.why === id);
  return [
    label(`Why ${number}`),
    ...notesBeyond(why),
    ...(why.content ?? []).flatMap((part) => {
      if (part.type === 'whyQuestion') return [...notesBeyond(part), ...lineOf(part, reading)];
      return part.type === 'whyAnswer'
        ? [...notesBeyond(part), ...reading.inside(part)]
        : reading.block(part);
    }),
    ...(why.attrs?.systemLevel === true ? [note('A system-level truth: the chain stops here.')] : []),
    ...(actions.length === 0
      ? []
      : [note(`Answered by ${actions.map((action) => action.label).join(', ')}`)]),
  ];
}
