import { expect, test } from 'vitest';
import { importMarkdown } from '../importMarkdown.ts';
import { frontMatterPairs } from './frontMatterPairs.ts';

test.each([
  ['authors: [Ann, Bob]', 'Ann, Bob'],
  ['authors:\n  - name: Ann\n    team: SRE\n  - name: Bob', 'Ann, Bob'],
  ['authors:\n  - Ann\n  - name: Bob', 'Ann, Bob'],
])('MD-6 a list in front matter says the members or their names: %j', (frontMatter, words) => {
  expect(frontMatterPairs(frontMatter)).toEqual([['authors', words]]);
});

test.each(['authors: [{id: 3}]', 'authors: [Ann, {id: 3}]', 'authors: [[Ann, Bob]]', 'authors: {name: Ann}'])(
  'MD-6 what holds others without a name says nothing: %j',
  (frontMatter) => {
    expect(frontMatterPairs(frontMatter)).toEqual([]);
  },
);

test('MD-6 facts are taken over from maps with a name', () => {
  const text = '---\nauthors:\n  - name: Ann\nservices: [{name: api}, {name: web}]\n---\n\n# PM\n';
  expect(importMarkdown(text).postmortem.facts).toMatchObject({ author: 'Ann', services: ['api', 'web'] });
});
