import { expect, it } from 'vitest';
import { postmortemSchema } from '../../../../shared/schema/postmortemSchema.ts';
import { offeredItems, tickedWords } from './checkScope.ts';

const { checklist, checkItem } = postmortemSchema.nodes;
const item = (key: string | null, checked: true | null = null) => checkItem!.create({ key, checked });

it('offers what a P0 asks for, and only then', () => {
  const list = checklist!.create(null, [item('posted')]);
  expect(offeredItems(list, 'P0').map(({ key }) => key)).toEqual(['publicVersion']);
  expect(offeredItems(list, 'P1')).toEqual([]);
  expect(offeredItems(checklist!.create(null, [item('publicVersion')]), 'P0')).toEqual([]);
});

it('does not count what belongs to a P0 while the incident is none', () => {
  const list = checklist!.create(null, [item('posted', true), item(null), item('publicVersion', true)]);
  expect(tickedWords(list, 'P0')).toBe('2 of 3');
  expect(tickedWords(list, 'P2')).toBe('1 of 2');
});

it('says nothing of an empty list', () => {
  expect(tickedWords(checklist!.create(), 'P0')).toBe('');
});
