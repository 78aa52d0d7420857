import { expect, it } from 'vitest';
import { looksLikeMarkdown } from './looksLikeMarkdown.ts';

it.each([
  ['# Summary\n\nText'],
  ['- one\n- two'],
  ['1. first\n2. second'],
  ['| a | b |\n| - | - |\n| 1 | 2 |'],
  ['```\nkubectl get pods\n```'],
  ['see [the graph](https://graphs.example/1)'],
  ['this is **bold**'],
  ['Text\n\n---'],
  ['Text\n\n* * *\n\nMore text'],
])('%j is Markdown', (text) => {
  expect(looksLikeMarkdown(text)).toBe(true);
});

it.each([
  ['plain words'],
  ['- 5 degrees outside'],
  ['2 * 3 * 4 = 24'],
  ['two\nlines'],
  ['--verbose --dry-run'],
  ['C:\\folder\\*.log'],
  ['---'],
  ['Name\n----\nInes'],
  ['Text\n\n-- \nInes'],
])('%j is text', (text) => {
  expect(looksLikeMarkdown(text)).toBe(false);
});
