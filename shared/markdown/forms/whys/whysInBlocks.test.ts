import { describe, expect, test } from 'vitest';
import { textOf } from '../../../document/readBody.ts';
import type { BodyNode } from '../../../document/template.ts';
import { exportMarkdown } from '../../exportMarkdown.ts';
import { importMarkdown } from '../../importMarkdown.ts';
import { norm } from '../../normal/norm.ts';
import type { PostmortemContent } from '../../postmortemContent.ts';

const written = (content: PostmortemContent): string =>
  exportMarkdown(content, { imageAddress: (hash) => `${hash}.png` }).text;
const wholeOf = (source: string): string => `## Root cause (5 Whys)\n\n${source}\n## Lessons\n\ntext\n`;
const chainsIn = ({ body }: PostmortemContent): readonly BodyNode[] =>
  body.filter(({ type }) => type === 'whyChain');

const SEED = [
  'Example application of 5 Whys:',
  'Problem: Checkout returned 5xx for 28 minutes.',
  'Why 1 — Why did checkout return 5xx? The pod was OOMKilled by the kernel.',
  'Why 2 — Why was it OOMKilled? Memory usage spiked.',
  'Root cause: No mechanism to enforce invariants.',
  'Use this structure.\n',
].join('\n\n');

describe('whys without a list under the root cause', () => {
  test('as paragraphs are a chain, and what stands around them stays', () => {
    const { postmortem } = importMarkdown(wholeOf(SEED));
    expect(postmortem.body.map(({ type }) => type)).toEqual([
      ...['heading', 'paragraph', 'whyChain', 'paragraph', 'heading', 'paragraph'],
    ]);
    const parts = chainsIn(postmortem)[0]?.content ?? [];
    expect(parts.map((part) => [part.type, ...(part.content ?? []).map(textOf)])).toEqual([
      ['whyProblem', 'Checkout returned 5xx for 28 minutes.'],
      ['why', 'Why did checkout return 5xx?', 'The pod was OOMKilled by the kernel.'],
      ['why', 'Why was it OOMKilled?', 'Memory usage spiked.'],
      ['rootCause', 'No mechanism to enforce invariants.'],
    ]);
  });

  test.each([
    ['paragraphs', SEED],
    ['paragraphs with bold labels', '**Why 1:** Why? So.\n\n**Why 2:** And why? So.\n\n**Root cause:** Z.\n'],
    ['paragraphs with bold questions', '**Why 1: Why?** So `x`.\n\n**Why 2: And why?** So.\n'],
    ['a list with bold questions', '- **Why 1: Why?** So.\n- **Why 2: And why?** So.\n'],
    [
      'paragraphs with a list behind',
      '**Why 1:** Why?\n\n- a\n- b\n\n**Why 2:** And why? So.\n\n1. c\n2. d\n',
    ],
    ['paragraphs with nothing but a list behind', '**Why 1:** Why?\n\n**Why 2:**\n\n- a\n'],
    ['headings with nothing but answers below', '### Why 1:\n\nSo.\n\n### Why 2:\n\nSo.\n'],
    ['paragraphs in German', 'Problem: X\n\nWarum 1: Warum? Y.\n\nWarum 2: Und?\n\nUrsache: Z\n'],
    ['a list in German', '- Warum 1: Warum?\n- Warum 2: Und warum?\n- Grundursache: Z\n'],
    ['a list in French', '- **Pourquoi 1 :** Pourquoi ?\n- **Pourquoi 2 :** Et ?\n- **Cause racine :** Z\n'],
    [
      'a list in Spanish',
      '- **Problema:** X\n- **Por qué 1:** Por qué?\n- **Por qué 2:** Por qué?\n- **Causa raíz:** Z\n',
    ],
    ['a list in Portuguese', '- Por que 1 - Por quê?\n- Por que 2 - E?\n'],
    ['questions in German', '1. Warum? Y.\n2. Warum war das so? Z.\n'],
    ['questions in Spanish', '1. ¿Por qué falló?\n2. ¿Por qué no se vio?\n'],
    ['paragraphs without answers', 'Why 1: it failed.\n\nWhy 2: it was full.\n'],
    ['headings', '### Why 1: Why?\n\nSo.\n\n- a\n- b\n\n### Why 2: And why?\n\nSo.\n'],
    [
      'headings with a problem and a root cause',
      '### Problem: X\n\n### Why 1: Why? Why\n\n### Why 2: So\n\n### Root cause: Z\n\nMore.\n',
    ],
  ])('%s are one chain, and are written as they were', (_, source) => {
    const whole = wholeOf(source);
    const { postmortem } = importMarkdown(whole);
    expect(chainsIn(postmortem)).toHaveLength(1);
    expect(written(postmortem)).toBe(whole);
    expect(importMarkdown(written(postmortem)).postmortem).toEqual(postmortem);
  });

  test('take a list behind a why as its answer, and none behind the root cause', () => {
    const source = '**Why 1:** Why?\n\n- a\n\n**Why 2:** Why?\n\n- b\n\n**Root cause:** Z.\n\n- c\n';
    const { postmortem } = importMarkdown(wholeOf(source));
    const parts = chainsIn(postmortem)[0]?.content ?? [];
    expect(parts.map(textOf)).toEqual(['Why?\na', 'Why?\nb', 'Z.']);
    expect(postmortem.body[2]?.type).toBe('bulletList');
    expect(written(postmortem)).toBe(wholeOf(source));
  });

  test.each([
    ['one why alone', 'Why 1: Why? So.\n'],
    ['whys out of order', 'Why 2: Why? So.\n\nWhy 1: Why? So.\n'],
    ['headings with a section below', '### Why 1: Why?\n\n#### More\n\n### Why 2: Why?\n\n<div>\n'],
  ])('%s stay what they are', (_, source) => {
    const whole = wholeOf(source);
    const { postmortem } = importMarkdown(whole);
    expect(chainsIn(postmortem)).toEqual([]);
    expect(written(postmortem)).toBe(whole);
  });

  test('need nothing in the front matter beside a chain in a list', () => {
    const whole = wholeOf(
      'Why 1: Why? So.\n\nWhy 2: Why? So.\n\n### More\n\n- **Why 1:** Why?\n- **Why 2:** Why?\n',
    );
    const { postmortem } = importMarkdown(whole);
    expect(chainsIn(postmortem)).toHaveLength(2);
    expect(written(postmortem)).toBe(whole);
  });

  test('stay ordinary in another section', () => {
    const source = '## Summary\n\nWhy 1: Why? So.\n\nWhy 2: Why? So.\n';
    expect(chainsIn(importMarkdown(source).postmortem)).toEqual([]);
  });

  test.each([SEED, '### Why 1: Why?\n\nSo.\n\n### Why 2: And why?\n\nSo.\n'])(
    'become a list when they say more than %j can',
    (source) => {
      const { postmortem } = importMarkdown(wholeOf(source));
      const body = postmortem.body.map((block) =>
        block.type !== 'whyChain'
          ? block
          : {
              ...block,
              content: block.content?.map((part, at) =>
                at === 1 ? { ...part, attrs: { id: 'given', systemLevel: true } } : part,
              ) as BodyNode[],
            },
      );
      const content = { ...postmortem, body };
      const text = written(content);
      expect(text).toMatch(/^- .*Why 1/m);
      expect(importMarkdown(text).postmortem).toEqual(norm(content));
    },
  );
});
