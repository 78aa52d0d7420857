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

/**
 * Numbers also the action items of a template's table that have none, such as a row that somebody has added to an
 * export by hand: in the order of the text, from the number behind `last` on, which no other one has.
 */
export function numberAddedActions(blocks: readonly BodyNode[], last: number): BodyNode[] {
  let number = last;
  return blocks.map((node) => {
    if (node.type !== 'actionList' || node.content === undefined) return node;
    const content = node.content.map((item) => {
      if (typeof item.attrs?.number === 'number' || number >= HIGHEST) return item;
      number += 1;
      return { ...item, attrs: { ...item.attrs, number } };
    });
    return { ...node, content };
  });
}

/** The highest number that a cell is read as. */
const HIGHEST = 999_999_999;

const hasNumbers = (list: BodyNode): boolean =>
  tickStyleOf(list) === null && actionStyleOf(list).columns.some(([key]) => key === 'number');

const numbersIn = (node: BodyNode): readonly number[] =>
  node.type === 'actionList' && hasNumbers(node)
    ? (node.content ?? []).flatMap(({ attrs }) => (typeof attrs?.number === 'number' ? [attrs.number] : []))
    : [];

/** The numbers of all action items under some nodes. */
export function actionNumbers(nodes: readonly BodyNode[]): readonly number[] {
  return nodes.flatMap(({ type, attrs, content = [] }) => [
    ...(type === 'actionItem' && typeof attrs?.number === 'number' ? [attrs.number] : []),
    ...actionNumbers(content),
  ]);
}
