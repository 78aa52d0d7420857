import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { block, line, marked } from './marked.testkit.ts';
import { withoutSelectedBlocks } from './replaceAcrossRows.ts';

const heading = (words: string) => ({
  ...block('heading', words),
  attrs: { level: 2, section: 'lessons' },
});

const texts = (doc: Node | undefined): readonly string[] => {
  const found: string[] = [];
  doc?.check();
  doc?.descendants((node) => {
    if (node.isTextblock) found.push(node.textContent);
  });
  return found;
};

describe('what Enter replaces', () => {
  it.each([
    ['a list', block('bulletList', block('listItem', line('some] words')))],
    ['a field', block('fieldList', block('field', line('some] words')))],
    ['an action item', block('actionList', block('actionItem', line('some] words')))],
    ['a row', block('timeline', block('timelineRow', block('timelineEvent', line('some] words'))))],
    ['a why', block('whyChain', block('whyProblem', 'some] words'))],
  ])('is deleted before, from a heading into %s', (_, end) => {
    const tr = withoutSelectedBlocks(marked(heading('[Lessons'), end));
    expect(texts(tr?.doc)).toContain('] words');
    expect(tr?.selection).toBeInstanceOf(TextSelection);
    expect(tr?.selection.empty).toBe(true);
  });

  it('leaves two rows where it goes from one into another', () => {
    const item = (words: string) => block('actionItem', line(words));
    const tr = withoutSelectedBlocks(
      marked(block('actionList', item('one[ two'), item('three'), item('fo]ur'))),
    );
    expect(texts(tr?.doc)).toEqual(['one', ']ur']);
  });

  it('is left to others within one line', () => {
    expect(withoutSelectedBlocks(marked(line('some [wo]rds')))).toBeNull();
  });
});
