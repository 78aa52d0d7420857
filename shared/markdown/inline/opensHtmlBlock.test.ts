import { expect, test } from 'vitest';
import { exportMarkdown } from '../exportMarkdown.ts';
import { importMarkdown } from '../importMarkdown.ts';

const there = (source: string): string =>
  exportMarkdown(importMarkdown(source).postmortem, { imageAddress: (hash) => hash }).text;

test.each(['- a\n- <kbd>x</kbd> b\n- <b>Note:</b> c\n', '<kbd>x</kbd> b\n', '<span></span><b>x</b>\n'])(
  'a line that begins with a tag is written as it is: %j',
  (source) => {
    expect(there(source)).toBe(source);
  },
);

test.each([
  '<span></span><!-- a --> b\n',
  '<span></span><summary>a</summary>\n',
  '<span></span><b>\\\nx</b>\n',
])('a line that would be a block of HTML has an opener, which is none of its words: %j', (source) => {
  expect(there(source)).toBe(source);
  expect(JSON.stringify(importMarkdown(source).postmortem.body)).not.toContain('span');
});
