import { describe, expect, test } from 'vitest';
import { textOf } from '../../../document/readBody.ts';
import type { BodyNode } from '../../../document/template.ts';
import { exportMarkdown } from '../../exportMarkdown.ts';
import { importMarkdown } from '../../importMarkdown.ts';
import type { PostmortemContent } from '../../postmortemContent.ts';

const written = (content: PostmortemContent): string =>
  exportMarkdown(content, { imageAddress: (hash) => `${hash}.png` }).text;
const itemsOf = ({ body }: PostmortemContent): readonly BodyNode[] =>
  body.flatMap(({ type, content = [] }) => (type === 'actionList' ? content : []));

const TABLE = [
  '## Action items',
  '',
  '| Action Item | Type | Owner | Bug |',
  '| --- | --- | --- | --- |',
  '| Add a **test** | prevent | @ann | [#12](https://bugs.example.com/12) |',
  '| Alert earlier | detect, [see here](https://example.com) | bob | n/a |',
  '| Say who owns it | | bob | n/a |',
  '',
].join('\n');

describe('a table of action items with a column that an item has no place for', () => {
  test('keeps what the column says at the end of the description, and is written as it was', () => {
    const { postmortem } = importMarkdown(TABLE);
    expect(itemsOf(postmortem).map(textOf)).toEqual([
      'Add a test\nType: prevent',
      'Alert earlier\nType: detect, see here',
      'Say who owns it',
    ]);
    expect(itemsOf(postmortem).map(({ attrs }) => [attrs?.owner, attrs?.ticket])).toEqual([
      ['@ann', '[#12](https://bugs.example.com/12)'],
      ['bob', 'n/a'],
      ['bob', 'n/a'],
    ]);
    expect(written(postmortem)).toBe(TABLE);
  });

  test('has a second column of a kind as such a one', () => {
    const source = TABLE.replace('Action Item | Type', 'Action | Description');
    const { postmortem } = importMarkdown(source);
    expect(textOf(itemsOf(postmortem)[0] as BodyNode)).toBe('Add a test\nDescription: prevent');
    expect(written(postmortem)).toBe(source);
  });

  test('becomes a list that comes back when a description needs more room', () => {
    const { postmortem } = importMarkdown(TABLE);
    const [heading, list] = postmortem.body as [BodyNode, BodyNode];
    const [first, ...others] = list.content as BodyNode[];
    const code: BodyNode = { type: 'codeBlock', content: [{ type: 'text', text: 'make test' }] };
    const larger = { ...first, type: 'actionItem', content: [...(first?.content ?? []), code] };
    const content = { ...postmortem, body: [heading, { ...list, content: [larger, ...others] }] };
    const text = written(content);
    expect(text).toContain('- **A1** — Add a **test**\n\n  Type: prevent\n\n  ```\n  make test\n  ```\n');
    expect(importMarkdown(text).postmortem).toEqual(content);
  });

  test.each([
    ['in which too little is known', '| Action | Notes |\n| --- | --- |\n| Add a test | soon |\n'],
    [
      'whose words would be taken for that column’s',
      '| Action | Owner | Type |\n| --- | --- | --- |\n| Type: x | ann | |\n',
    ],
    [
      'with two such columns of one name',
      '| Action | Owner | X | X |\n| --- | --- | --- | --- |\n| a | b | c | d |\n',
    ],
  ])('stays a table %s', (_, table) => {
    const source = `## Action items\n\n${table}`;
    const { postmortem } = importMarkdown(source);
    expect(itemsOf(postmortem)).toEqual([]);
    expect(written(postmortem)).toBe(source);
  });
});
