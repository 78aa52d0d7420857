import { expect, it } from 'vitest';
import { postmortemSchema } from '../../../../shared/schema/postmortemSchema.ts';
import { offeredRoles, signedWords } from './signOffScope.ts';

const { signOff, signOffRow } = postmortemSchema.nodes;
const row = (attrs: object) => signOffRow!.create(attrs);

it('counts who signed on a day, and the CTO for a P0 only', () => {
  const table = signOff!.create(null, [
    row({ key: 'commander', name: 'Ines', date: '2026-11-20' }),
    row({ key: 'platformLead', name: 'Yuki' }),
    row({ key: 'cto', name: 'Ruth', date: '2026-11-21' }),
  ]);
  expect(signedWords(table, 'P0')).toBe('2 of 3');
  expect(signedWords(table, 'P1')).toBe('1 of 2');
});

it('offers the CTO when a P0 lacks one', () => {
  expect(offeredRoles(signOff!.create(), 'P0').map(({ key }) => key)).toEqual(['cto']);
  expect(offeredRoles(signOff!.create(), 'P3')).toEqual([]);
});
