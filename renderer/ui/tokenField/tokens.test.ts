import { expect, it } from 'vitest';
import { hasSeparator, newMembers } from './tokens.ts';

it('takes a pasted list apart at commas, semicolons, tabs and line ends', () => {
  expect(newMembers('acme, globex;initech\numbrella\thooli\r\n', [])).toEqual([
    'acme',
    'globex',
    'initech',
    'umbrella',
    'hooli',
  ]);
});

it('names each member once, and none that is there already', () => {
  expect(newMembers('eu-west-1, us-east-1, eu-west-1, ap-south-1', ['us-east-1'])).toEqual([
    'eu-west-1',
    'ap-south-1',
  ]);
});

it('keeps spaces inside a name, as one', () => {
  expect(newMembers('  Card   gateway ', [])).toEqual(['Card gateway']);
});

it('finds nothing in separators alone', () => {
  expect(newMembers(' , ;\n', [])).toEqual([]);
  expect(hasSeparator('acme')).toBe(false);
  expect(hasSeparator('acme,')).toBe(true);
});
