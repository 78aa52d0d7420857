import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readBody } from '../blocks/readBody.ts';
import { exportMarkdown } from '../exportMarkdown.ts';
import { importMarkdown } from '../importMarkdown.ts';

const options = { imageAddress: (hash: string) => `${hash}.png` };

const SOURCE = [
  '+++',
  'title = "Search results stale"',
  "severity = 'P1' # high",
  'incident-id = "INC-2026-03-04-001"',
  '',
  '[params]',
  'severity = "P3"',
  '+++',
  '',
  'text',
  '',
].join('\n');

test('front matter in TOML stays as it is, and says the facts that it says', () => {
  const { postmortem } = importMarkdown(SOURCE);
  expect(postmortem.facts).toMatchObject({
    title: 'Search results stale',
    severity: 'P1',
    incidentId: 'INC-2026-03-04-001',
  });
  expect(postmortem.body).toHaveLength(1);
  expect(exportMarkdown(postmortem, options).text).toBe(SOURCE);
});

test('what we note stands in comments at its end', () => {
  const { postmortem } = importMarkdown(SOURCE);
  const published = { ...postmortem, status: 'published' as const, lastAction: 7 };
  const { text } = exportMarkdown(published, options);
  expect(text).toContain('severity = "P3"\n# debrief:\n#   lastAction: 7\n+++\n');
  expect(importMarkdown(text).postmortem).toEqual(published);
});

test('lines of plus signs that are no front matter stay text', () => {
  const source = 'text\n\n\\+++\n\ntext\n';
  const { postmortem } = importMarkdown(source.replace('\\', ''));
  expect(exportMarkdown(postmortem, options).text).toBe(source);
});

test('front matter of a text that is no file is kept as code', () => {
  expect(readBody('+++\na = 1\n+++\n\ntext\n')[0]).toEqual({
    type: 'codeBlock',
    attrs: { language: 'toml' },
    content: [{ type: 'text', text: 'a = 1' }],
  });
});

describe('front matter that takes no key of ours', () => {
  test.each([
    ['debrief: weekly', { debrief: 'weekly' }],
    ['debrief:', { debrief: null }],
    ['debrief: {}', { debrief: {} }],
    ['"debrief": [a]', { debrief: ['a'] }],
    ['{debrief: weekly, a: 1}', { debrief: 'weekly', a: 1 }],
    ['{a: 1}', { a: 1 }],
    ['- a\n- b', ['a', 'b']],
    ['a: 1\n...', { a: 1 }],
    ['words', 'words'],
  ])('%j says to every reader what it said, with ours in comments', (source, says) => {
    const { postmortem } = importMarkdown(`---\n${source}\n---\n\ntext\n`);
    const noted = { ...postmortem, lastAction: 7 };
    const { text } = exportMarkdown(noted, options);
    const [, front = ''] = text.split('---\n');
    expect(front).toBe(`${source}\n# debrief:\n#   lastAction: 7\n`);
    expect(parse(front)).toEqual(says);
    expect(importMarkdown(text).postmortem).toEqual(noted);
  });

  test('a map that takes one has it beside its own, as YAML', () => {
    const { postmortem } = importMarkdown('---\nowner: Ann\n---\n\ntext\n');
    const { text } = exportMarkdown({ ...postmortem, lastAction: 7 }, options);
    expect(parse(text.split('---\n')[1] ?? '')).toEqual({ owner: 'Ann', debrief: { lastAction: 7 } });
  });
});

test.each(['---', '+++'])(
  'a text that begins with %s and no end of it has all its lists and quotes',
  (fence) => {
    const { postmortem } = importMarkdown(`${fence}\n\n# Outage\n\n- a\n- b\n\n> quote\n\n- [ ] do\n`);
    const types = postmortem.body.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['bulletList', 'blockquote', 'taskList']));
  },
);
