import { expect, it } from 'vitest';
import { postmortemSchema as schema } from '../../../../shared/schema/postmortemSchema.ts';
import { newRow, sourceContent } from './newRow.ts';

it('a new row has a hidden id of its own and both cells to write in', () => {
  const [one, two] = [newRow(schema), newRow(schema)];
  expect(one.attrs.id).not.toBe(two.attrs.id);
  one.check();
  expect(one.toJSON().content).toEqual([
    { type: 'timelineEvent', content: [{ type: 'paragraph' }] },
    { type: 'timelineSource' },
  ]);
});

it('a typed address becomes a link, other words stay words', () => {
  const json = (typed: string): unknown => sourceContent(schema, typed).toJSON();
  expect(json(' https://grafana.example/d/1 ')).toMatchObject([
    {
      type: 'text',
      text: 'https://grafana.example/d/1',
      marks: [{ type: 'link', attrs: { href: 'https://grafana.example/d/1' } }],
    },
  ]);
  expect(json('#inc-2471')).toEqual([{ type: 'text', text: '#inc-2471' }]);
  expect(json('see https://a.example')).toMatchObject([
    { type: 'text', text: 'see ' },
    { type: 'text', text: 'https://a.example', marks: [{ attrs: { href: 'https://a.example' } }] },
  ]);
  expect(json('javascript:alert(1)')).toEqual([{ type: 'text', text: 'javascript:alert(1)' }]);
  expect(sourceContent(schema, '  ').size).toBe(0);
});

it('a link in Markdown becomes a link, where its address is one that is opened', () => {
  const json = (typed: string): unknown => sourceContent(schema, typed).toJSON();
  expect(json('see [the graph](https://grafana.example/d/1), p95')).toMatchObject([
    { type: 'text', text: 'see ' },
    { type: 'text', text: 'the graph', marks: [{ attrs: { href: 'https://grafana.example/d/1' } }] },
    { type: 'text', text: ', p95' },
  ]);
  expect(json('[x](javascript:alert)')).toEqual([{ type: 'text', text: '[x](javascript:alert)' }]);
});
