import { expect, it } from 'vitest';
import { footerWords } from './footerWords.ts';

const complete = { dropped: false, missing: [] };

it('counts what is complete and what the others lack', () => {
  expect(
    footerWords([
      complete,
      complete,
      complete,
      { dropped: false, missing: ['due'] },
      { dropped: false, missing: ['owner', 'due'] },
    ]),
  ).toEqual({ lead: '3 of 5 complete', rest: '1 lacks an owner, 2 lack a due date' });
});

it('asks nothing of dropped items and counts them apart', () => {
  expect(footerWords([complete, { dropped: true, missing: ['owner'] }])).toEqual({
    lead: '1 of 1 complete',
    rest: '1 dropped',
  });
});

it('says nothing of a list without items', () => {
  expect(footerWords([])).toEqual({ lead: '', rest: '' });
});
