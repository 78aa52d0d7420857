import { describe, expect, test } from 'vitest';
import { importMarkdown } from './importMarkdown.ts';
import { oneLine, withoutEnd } from './inline/oneLine.ts';

const RUN = ' '.repeat(50_000);

describe('MD-5 a long run of spaces is read in a moment, not one that grows with its square', () => {
  test.each([
    ['between words', `a${RUN}b\n`, 'paragraph'],
    ['in a heading', `## a${RUN}b\n`, 'heading'],
    ['at a time in bold', `## Timeline\n\n- **10:00${RUN}b** c\n- 10:01 d\n`, 'bulletList'],
  ])('%s', (_, source, type) => {
    const start = performance.now();
    expect(importMarkdown(source).postmortem.body.at(-1)?.type).toBe(type);
    // What grows with the square takes ten times as long on any machine that runs the tests.
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});

test.each([
  ['a \t\n\t b', 'a b'],
  ['a\r\n\r b', 'a  b'],
  ['  a\n', '  a '],
  ['\n a  ', ' a  '],
  [' a b ', ' a b '],
])('%j in one line is %j', (text, line) => {
  expect(oneLine(text)).toBe(line);
});

test('the end of a text is left out where it is spaces and tabs', () => {
  expect(['a b \t', ' \t', '', 'a\n '].map(withoutEnd)).toEqual(['a b', '', '', 'a\n']);
});
