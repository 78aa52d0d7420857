import { describe, expect, test } from 'vitest';
import { exportMarkdown } from '../exportMarkdown.ts';
import { importMarkdown } from '../importMarkdown.ts';

const there = (source: string): string =>
  exportMarkdown(importMarkdown(source).postmortem, { imageAddress: (hash) => `${hash}.png` }).text;

describe('an alert of GitHub’s', () => {
  test.each(['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION', 'note'])('%s is written as one', (name) => {
    const source = `> [!${name}]\n> text **bold**\n>\n> - a\n`;
    expect(there(source)).toBe(source);
  });

  test.each([
    ['with an empty line behind its mark', '> [!NOTE]\n>\n> text\n'],
    ['without words', '> [!NOTE]\n'],
    ['with a list at once', '> [!NOTE]\n> - a\n', '> [!NOTE]\n>\n> - a\n'],
    ['with spaces behind its mark', '> [!NOTE]  \n> text\n', '> [!NOTE]\n> text\n'],
    ['that begins with a tag', '> [!NOTE]\n> <b>x</b>\n', '> [!NOTE]\n>\n> <b>x</b>\n'],
  ])('%s stays one', (_, source, written = source) => {
    expect(there(source)).toBe(written);
    expect(there(written)).toBe(written);
  });

  test.each([
    ['of another name', '> \\[!INFO] text\n'],
    ['with words behind it', '> \\[!NOTE] text\n'],
    ['below another line', '> a \\[!NOTE] text\n'],
    ['outside a quote', '\\[!NOTE] text\n'],
    ['that a definition would make a link of', '> \\[!NOTE]\\\n> text\n\n[!NOTE]: https://example.com\n'],
  ])('a mark %s stays the words that it is', (_, source) => {
    expect(there(source)).toBe(source);
  });
});
