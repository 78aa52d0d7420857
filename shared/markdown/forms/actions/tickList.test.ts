import { describe, expect, test } from 'vitest';
import { textOf } from '../../../document/readBody.ts';
import type { BodyNode } from '../../../document/template.ts';
import { exportMarkdown } from '../../exportMarkdown.ts';
import { importMarkdown } from '../../importMarkdown.ts';
import type { PostmortemContent } from '../../postmortemContent.ts';

const written = (content: PostmortemContent): string =>
  exportMarkdown(content, { imageAddress: (hash) => `${hash}.png` }).text;
const read = (list: string): PostmortemContent => importMarkdown(`## Action items\n\n${list}\n`).postmortem;
const itemsOf = ({ body }: PostmortemContent): readonly BodyNode[] =>
  body.flatMap(({ type, content = [] }) => (type === 'actionList' ? content : []));
const saidOf = (list: string) =>
  itemsOf(read(list)).map((item) => {
    const { id: _, number: __, ...said } = item.attrs ?? {};
    return [textOf(item), said];
  });
const withFirst = (content: PostmortemContent, attrs: Readonly<Record<string, unknown>>) => {
  const [heading, list] = content.body as [BodyNode, BodyNode];
  const [first, ...others] = list.content as BodyNode[];
  const changed = { ...first, attrs: { ...first?.attrs, ...attrs } };
  return { ...content, body: [heading, { ...list, content: [changed, ...others] }] } as PostmortemContent;
};

const LIST = [
  '- [ ] Check the `limits` (owner: @ann, due 2026-12-01)',
  '- [x] Alert earlier (owner: Bob Lee)',
  '- [ ] Say who owns it',
].join('\n');

describe('a tick list under a heading for action items', () => {
  test('is action items, the ticked ones done, and is written as it was', () => {
    expect(saidOf(LIST)).toEqual([
      ['Check the limits', { owner: '@ann', due: '2026-12-01' }],
      ['Alert earlier', { owner: 'Bob Lee', status: 'done' }],
      ['Say who owns it', {}],
    ]);
    expect(written(read(LIST))).toBe(`## Action items\n\n${LIST}\n`);
  });

  test.each([
    ['- [ ] a (@ann, 2026-12-01, P1)', { owner: '@ann', due: '2026-12-01', priority: 'P1' }],
    ['- [ ] a (Owner: Ann; Ticket: OPS-1)', { owner: 'Ann', ticket: 'OPS-1' }],
    ['- [ ] a (assigned to @ann)', { owner: '@ann' }],
    ['- [ ] a (due date 2026-12-01)', { due: '2026-12-01' }],
    ['- [ ] a (status: in progress)', { status: 'in-progress' }],
  ])('%s says so in its brackets', (line, attrs) => {
    expect(saidOf(line)).toEqual([['a', attrs]]);
    expect(written(read(line))).toBe(`## Action items\n\n${line}\n`);
  });

  test.each([
    ['- [ ] a (due to load)'],
    ['- [ ] a (see the runbook)'],
    ['- [ ] a (owner: Ann, see the runbook)'],
    ['- [ ] a (owner: Ann, owner: Bob)'],
    ['- [ ] a (owner: Ann) and more'],
    ['- [x] a (status: dropped)'],
  ])('%s keeps brackets that say something else as its words', (line) => {
    const [[words, attrs] = []] = saidOf(line);
    expect(words).toBe(line.replace(/^- \[.\] /, ''));
    expect(attrs).toEqual(line.includes('[x]') ? { status: 'done' } : {});
    expect(written(read(line))).toBe(`## Action items\n\n${line}\n`);
  });

  test('is written with what a person adds, in the list’s own way', () => {
    const content = withFirst(read(LIST), { owner: 'Cem', ticket: 'OPS-1', status: 'done' });
    const text = written(content);
    expect(text).toContain('- [x] Check the `limits` (owner: Cem, due 2026-12-01, ticket: OPS-1)\n');
    expect(importMarkdown(text).postmortem).toEqual(content);
  });

  test('becomes a table when its brackets cannot hold something', () => {
    const content = withFirst(read(LIST), { owner: 'Ann (SRE), Bob' });
    const text = written(content);
    expect(text).toContain('| A1 | Check the `limits` | Ann (SRE), Bob | | 2026-12-01 | | open |\n');
    expect(importMarkdown(text).postmortem).toEqual(content);
  });
});

test('a tick list elsewhere stays one', () => {
  const source = '## Lessons\n\n- [ ] Do x (owner: @ann)\n';
  const { postmortem } = importMarkdown(source);
  expect(postmortem.body[1]?.type).toBe('taskList');
  expect(written(postmortem)).toBe(source);
});
