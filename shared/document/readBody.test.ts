import { expect, it } from 'vitest';
import { createPostmortem } from './createPostmortem.ts';
import { readBody, textOf } from './readBody.ts';
import type { BodyNode } from './template.ts';

it('what was written is read back, with marks and attributes', () => {
  const body: readonly BodyNode[] = [
    {
      type: 'heading',
      attrs: { level: 2, section: 'summary' },
      content: [{ type: 'text', text: 'Summary' }],
    },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'plain ' },
        { type: 'text', text: 'bold', marks: [{ type: 'bold' }] },
        { type: 'hardBreak' },
        {
          type: 'text',
          text: 'link',
          marks: [{ type: 'link', attrs: { href: 'https://a.example/', title: null } }],
        },
        { type: 'rawInline', attrs: { value: '<!-- kept -->' } },
      ],
    },
    { type: 'timeline' },
  ];
  const doc = createPostmortem({
    id: 'x',
    created: '2026-11-24T12:00:00Z',
    template: 'short',
    facts: {},
    body,
  });
  expect(readBody(doc)).toEqual(body);
  expect(readBody(doc).map(textOf)).toEqual(['Summary', 'plain bold\nlink<!-- kept -->', '']);
});

it('blocks are parted by a line break, and empty ones leave none', () => {
  expect(
    textOf({
      type: 'timelineEvent',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'one' }] },
        { type: 'paragraph' },
        { type: 'paragraph', content: [{ type: 'text', text: 'two' }] },
      ],
    }),
  ).toBe('one\ntwo');
});
