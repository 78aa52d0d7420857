import { expect, it } from 'vitest';
import type { BodyNode } from '../../../shared/document/template.ts';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';
import { touchedBlocks } from './touchedBlocks.ts';

const line = (text: string): BodyNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const list = (type: string, ...items: readonly string[]): BodyNode => ({
  type,
  content: items.map((item) => ({ type: 'listItem', content: [line(item)] })),
});

/** The blocks between the first letters of two texts. */
function between(body: readonly BodyNode[], first: string, last: string): readonly BodyNode[] {
  const doc = postmortemSchema.nodeFromJSON({ type: 'doc', content: body });
  const places: Record<string, number> = {};
  doc.descendants((node, position) => {
    if (node.isText) places[node.text ?? ''] = position;
  });
  return touchedBlocks(doc, body, { from: places[first]!, to: places[last]! + 1 });
}

it('a paragraph that is touched is taken whole, and those beside it are not', () => {
  const body = [line('one'), line('two'), line('three'), line('four')];
  expect(between(body, 'two', 'three')).toEqual([line('two'), line('three')]);
});

it('of a list only the touched items are taken, and numbers go on counting', () => {
  const body = [line('before'), list('bulletList', 'a', 'b', 'c'), list('orderedList', 'x', 'y', 'z')];
  expect(between(body, 'b', 'c')).toEqual([list('bulletList', 'b', 'c')]);
  expect(between(body, 'y', 'y')).toEqual([{ ...list('orderedList', 'y'), attrs: { start: 2 } }]);
});

it('of a timeline only the touched rows are taken', () => {
  const row = (event: string): BodyNode => ({
    type: 'timelineRow',
    attrs: { at: '2026-11-24T14:02' },
    content: [{ type: 'timelineEvent', content: [line(event)] }, { type: 'timelineSource' }],
  });
  const body = [{ type: 'timeline', content: [row('first'), row('second'), row('third')] }];
  expect(between(body, 'second', 'second')).toEqual([{ type: 'timeline', content: [row('second')] }]);
});
