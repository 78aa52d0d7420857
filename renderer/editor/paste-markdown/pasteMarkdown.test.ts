import { Slice } from '@tiptap/pm/model';
import { expect, it } from 'vitest';
import { readBody } from '../../../shared/markdown/blocks/readBody.ts';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';

it('every kind of ordinary Markdown makes nodes that the schema takes', () => {
  const body = readBody(
    '# Head\n\nText with **bold**, `code` and [a link](https://a.example/).\n\n- one\n  - two\n\n1. first\n\n- [x] done\n\n> quote\n\n```sh\nls\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n---\n\n<div>raw</div>\n',
  );
  const doc = postmortemSchema.nodeFromJSON({ type: 'doc', content: body });
  expect(() => doc.check()).not.toThrow();
  const names = new Set<string>();
  doc.descendants(({ type }) => {
    names.add(type.name);
  });
  expect([...names]).toEqual(
    expect.arrayContaining([
      'heading',
      'bulletList',
      'orderedList',
      'taskList',
      'blockquote',
      'codeBlock',
      'table',
      'horizontalRule',
      'rawBlock',
    ]),
  );
  expect(Slice.maxOpen(doc.content).size).toBeGreaterThan(0);
});
