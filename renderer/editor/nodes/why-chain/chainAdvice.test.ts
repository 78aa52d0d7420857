import { expect, it } from 'vitest';
import { chainAdvice } from './chainAdvice.ts';

it('says nothing about three to seven whys', () => {
  expect([3, 4, 5, 6, 7].map((count) => chainAdvice(count, false))).toEqual([null, null, null, null, null]);
});

it('encourages a short chain to go on', () => {
  expect(chainAdvice(1, false)).toContain('three to seven');
  expect(chainAdvice(0, false)).toContain('three to seven');
});

it('accepts a short chain that stopped at the system', () => {
  expect(chainAdvice(2, true)).toContain('fine where');
});

it('asks of a long chain whether it is one', () => {
  expect(chainAdvice(8, true)).toContain('two causes');
});
