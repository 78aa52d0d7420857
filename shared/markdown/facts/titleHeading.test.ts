import { describe, expect, test } from 'vitest';
import { exportMarkdown } from '../exportMarkdown.ts';
import { importMarkdown } from '../importMarkdown.ts';
import type { PostmortemContent } from '../postmortemContent.ts';

const written = (content: PostmortemContent): string =>
  exportMarkdown(content, { imageAddress: (hash) => `${hash}.png` }).text;

const headings = ({ body }: PostmortemContent): number =>
  body.filter(({ type }) => type === 'heading').length;

describe('the title of an imported text', () => {
  test.each([
    ['# Search results stale', 'Search results stale'],
    ['# Postmortem: Search results stale', 'Search results stale'],
    ['# Post-mortem - Search results stale', 'Search results stale'],
    ['# Incident Postmortem | Search results stale', 'Search results stale'],
    ['# Outage 2026-03-04', 'Outage 2026-03-04'],
    ['# Search: results stale', 'Search: results stale'],
  ])('%s is taken once and written once', (line, title) => {
    const source = `${line}\n\ntext\n`;
    const { postmortem } = importMarkdown(source);
    expect(postmortem.facts.title).toBe(title);
    expect(headings(postmortem)).toBe(0);
    expect(written(postmortem)).toBe(source);
  });

  test.each([
    ['# A **bold** title'],
    ['# Timeline'],
    ['# Metadata'],
    ['# Outage of 4 March (times in CET)'],
    ['# Postmortem'],
    ['## A smaller heading'],
  ])('%s says more, or less, than a title and stays in the text', (line) => {
    const source = `${line}\n\ntext\n`;
    const { postmortem } = importMarkdown(source);
    expect(headings(postmortem)).toBe(1);
    expect(written(postmortem)).toBe(source);
  });

  test('that is changed in the document is written changed, in its place', () => {
    const { postmortem } = importMarkdown('# Search results stale\n\n## Summary\n\ntext\n');
    const facts = { ...postmortem.facts, title: 'Search results were stale' };
    expect(written({ ...postmortem, facts })).toBe('# Search results were stale\n\n## Summary\n\ntext\n');
  });

  test('that becomes the name of a section keeps a word that says it is the title', () => {
    const { postmortem } = importMarkdown('# Search results stale\n\ntext\n');
    const renamed = written({ ...postmortem, facts: { ...postmortem.facts, title: 'Timeline' } });
    expect(renamed).toBe('# Postmortem: Timeline\n\ntext\n');
    expect(importMarkdown(renamed).postmortem.facts.title).toBe('Timeline');
  });

  test('still gives the day of times below it', () => {
    const { postmortem } = importMarkdown('# Outage 2026-03-04\n\n## Timeline\n\n- 14:02 - a\n- 14:05 - b\n');
    const [, timeline] = postmortem.body;
    expect(timeline?.content?.map(({ attrs }) => attrs?.at)).toEqual([
      '2026-03-04T14:02',
      '2026-03-04T14:05',
    ]);
  });

  test('below another heading of its level is that heading’s text', () => {
    const source = '# A\n\n# B\n\ntext\n';
    const { postmortem } = importMarkdown(source);
    expect(written(postmortem)).toBe(source);
  });
});
