import type { BodyNode } from '../../../document/template.ts';
import { actionStyleOf } from './actionStyle.ts';
import { tickStyleOf } from './tickStyle.ts';

/**
 * Numbers the action items of lists that have no place for it, after the highest number that a table shows:
 * within the program every item has one. An item that knows its number keeps it, and takes a place all the
 * same, so that the numbers of the others do not depend on it.
 */
export function numberActions(blocks: readonly (readonly BodyNode[])[]): (readonly BodyNode[])[] {
  let place = Math.max(0, ...blocks.flat().flatMap(numbersIn));
  return blocks.map((nodes) =>
    nodes.map((node) => {
      if (node.type !== 'actionList' || hasNumbers(node)) return node;
      const content = (node.content ?? []).map((item) => {
        place += 1;
        return typeof item.attrs?.number === 'number'
          ? item
          : { ...item, attrs: { ...item.attrs, number: place } };
      });
      return { ...node, content };
    }),
  );
}

const hasNumbers = (list: BodyNode): boolean =>
  tickStyleOf(list) === null && actionStyleOf(list).columns.some(([key]) => key === 'number');

const numbersIn = (node: BodyNode): readonly number[] =>
  node.type === 'actionList' && hasNumbers(node)
    ? (node.content ?? []).flatMap(({ attrs }) => (typeof attrs?.number === 'number' ? [attrs.number] : []))
    : [];
