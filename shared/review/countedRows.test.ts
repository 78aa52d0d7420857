import { expect, it } from 'vitest';
import { isCheckOutOfScope, isSigned, isSignOffOutOfScope } from './countedRows.ts';

it('takes words that are no date for no signature', () => {
  expect(isSigned({ name: 'Ines', date: '2026-11-20' })).toBe(true);
  expect(isSigned({ name: 'Ines', date: 'yesterday' })).toBe(false);
  expect(isSigned({ name: null, date: '2026-11-20' })).toBe(false);
});

it('asks the CTO and a public version of a P0 alone', () => {
  expect(isCheckOutOfScope({ key: 'publicVersion' }, null)).toBe(true);
  expect(isCheckOutOfScope({ key: 'publicVersion' }, 'P0')).toBe(false);
  expect(isCheckOutOfScope({ key: 'posted' }, null)).toBe(false);
  expect(isSignOffOutOfScope({ key: 'cto' }, 'P1')).toBe(true);
  expect(isSignOffOutOfScope({ key: null }, 'P1')).toBe(false);
});
