import { expect, it } from 'vitest';
import { INSERTIONS, insertionsFor } from './insertions.ts';

it('a slash alone offers everything', () => {
  expect(insertionsFor('')).toEqual(INSERTIONS);
});

it('typing narrows by any word of the name, whatever its case', () => {
  expect(insertionsFor('WHY').map(({ key }) => key)).toEqual(['whyChain']);
  expect(insertionsFor('h2').map(({ key }) => key)).toEqual(['heading2']);
  expect(insertionsFor('todo').map(({ key }) => key)).toEqual(['taskList', 'actionList']);
});

it('a word that fits nothing offers nothing', () => {
  expect(insertionsFor('etc/passwd')).toEqual([]);
});
