import { expect, it } from 'vitest';
import { initialsOf } from './initials.ts';

it('takes the first and the last word', () => {
  expect(initialsOf('Ruth Adeyemi')).toBe('RA');
  expect(initialsOf('Ana María de la Cruz')).toBe('AC');
});

it('takes one letter of one word', () => {
  expect(initialsOf('linnea')).toBe('L');
});

it('passes over what is no letter or digit', () => {
  expect(initialsOf('@dario.metz')).toBe('DM');
  expect(initialsOf('Ødegård (platform)')).toBe('ØP');
  expect(initialsOf(' – ')).toBe('');
});
