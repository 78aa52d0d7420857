import { describe, expect, test } from 'vitest';
import type { BodyNode } from '../../../document/template.ts';
import { exportMarkdown } from '../../exportMarkdown.ts';
import { importMarkdown } from '../../importMarkdown.ts';
import type { PostmortemContent } from '../../postmortemContent.ts';

const written = (content: PostmortemContent): string =>
  exportMarkdown(content, { imageAddress: (hash) => `${hash}.png` }).text;
const bodyOf = (source: string): readonly BodyNode[] =>
  importMarkdown(`## Root cause\n\n${source}`).postmortem.body.slice(1);

const WHYS = '- **Why 1:** Why did it fail?\n- **Why 2:** Why was that so?\n';
const QUESTIONS = '1. Why did it fail? No limit.\n2. Why was that so? Never tested.\n';

describe('a paragraph that names the root cause behind whys', () => {
  test.each([
    [`${QUESTIONS}\nRoot cause: Y was never \`tested\`.\n`],
    [`${WHYS}\n**Root cause:** Y was never tested.\n`],
    [`${WHYS}\n**Root cause statement** — Y was never tested.\n`],
  ])('%j is the last part of their chain, and is written where it was', (source) => {
    const [chain, ...others] = bodyOf(source);
    expect(others).toEqual([]);
    expect(chain?.content?.map(({ type }) => type)).toEqual(['why', 'why', 'rootCause']);
    const whole = `## Root cause\n\n${source}`;
    expect(written(importMarkdown(whole).postmortem)).toBe(whole);
  });

  test.each([
    ['behind other words', `${WHYS}\nMore.\n\nRoot cause: Y.\n`],
    ['behind whys that end with one', `${WHYS}- **Root cause:** Y.\n\nRoot cause: Z.\n`],
    ['that names nothing', `${WHYS}\nRoot cause:\n`],
    ['that is a sentence on it', `${WHYS}\nRoot cause analysis went on for a week.\n`],
  ])('stays a paragraph %s', (_, source) => {
    expect(bodyOf(source).at(-1)?.type).toBe('paragraph');
    const whole = `## Root cause\n\n${source}`;
    expect(written(importMarkdown(whole).postmortem)).toBe(whole);
  });

  test('moves into the list when it becomes more than a paragraph', () => {
    const { postmortem } = importMarkdown(`## Root cause\n\n${WHYS}\n**Root cause:** Y.\n`);
    const [heading, chain] = postmortem.body as [BodyNode, BodyNode];
    const more: BodyNode = { type: 'paragraph', content: [{ type: 'text', text: 'And Z.' }] };
    const content = (chain.content ?? []).map((part) =>
      part.type === 'rootCause' ? { ...part, content: [...(part.content ?? []), more] } : part,
    );
    const text = written({ ...postmortem, body: [heading, { ...chain, content }] });
    expect(text).toContain('- **Root cause:** Y.\n\n  And Z.\n');
    expect(importMarkdown(text).postmortem.body[1]?.content).toEqual(content);
  });
});
