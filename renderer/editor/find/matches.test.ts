import { expect, it } from 'vitest';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';
import { matchesOf } from './matches.ts';

const docOf = (...blocks: readonly object[]) =>
  postmortemSchema.nodeFromJSON({ type: 'doc', content: blocks });
const line = (...content: readonly object[]) => ({ type: 'paragraph', content });
const text = (words: string, ...marks: readonly string[]) => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
});

const found = (doc: ReturnType<typeof docOf>, query: string, matchCase = false) =>
  matchesOf(doc, query, matchCase).map(({ from, to }) => doc.textBetween(from, to));

it('a text is found across marks, in every kind of line', () => {
  const doc = docOf(line(text('Pay'), text('ments', 'bold'), text(' refused')), {
    type: 'timeline',
    content: [
      { type: 'timelineRow', content: [{ type: 'timelineEvent', content: [line(text('payments back'))] }] },
    ],
  });
  expect(found(doc, 'payments')).toEqual(['Payments', 'payments']);
  expect(found(doc, 'payments', true)).toEqual(['payments']);
});

it('a text is not found across the edge of a line or across a picture', () => {
  const doc = docOf(line(text('one')), line(text('two'), { type: 'image' }, text('three')));
  expect(found(doc, 'onetwo')).toEqual([]);
  expect(found(doc, 'twothree')).toEqual([]);
});

it('matches do not overlap, and letters that grow in lower case move nothing', () => {
  const doc = docOf(line(text('aaaa')), line(text('İİ end')));
  expect(matchesOf(doc, 'aa', false)).toHaveLength(2);
  expect(found(doc, 'end')).toEqual(['end']);
});

it('an empty query finds nothing', () => {
  expect(matchesOf(docOf(line(text('x'))), '', false)).toEqual([]);
});
