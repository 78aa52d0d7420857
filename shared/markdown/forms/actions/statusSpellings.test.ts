import { describe, expect, test } from 'vitest';
import { actionStatusOf } from '../../../document/actionStatus.ts';
import type { BodyNode } from '../../../document/template.ts';
import { exportMarkdown } from '../../exportMarkdown.ts';
import { importMarkdown } from '../../importMarkdown.ts';
import type { PostmortemContent } from '../../postmortemContent.ts';

const written = (content: PostmortemContent): string =>
  exportMarkdown(content, { imageAddress: (hash) => `${hash}.png` }).text;
const itemsOf = ({ body }: PostmortemContent): readonly BodyNode[] =>
  body.flatMap(({ type, content = [] }) => (type === 'actionList' ? content : []));
const tableOf = (statuses: readonly string[]): string =>
  [
    '## Action items',
    '',
    '| Action | Owner | Status |',
    '| --- | --- | --- |',
    ...statuses.map((status, at) => `| Do ${at} | @ann | ${status === '' ? '' : `${status} `}|`),
    '',
  ].join('\n');

describe('a table of action items that spells a status in several ways', () => {
  test.each([
    [
      ['', 'open', ''],
      ['open', 'open', 'open'],
    ],
    [
      ['open', '', 'done'],
      ['open', 'open', 'done'],
    ],
    [
      ['', 'Open', 'open', 'OPEN'],
      ['open', 'open', 'open', 'open'],
    ],
    [
      ['Open', 'open'],
      ['open', 'open'],
    ],
    [
      ['Done', 'done', 'DONE'],
      ['done', 'done', 'done'],
    ],
    [
      ['Done', 'DONE'],
      ['done', 'done'],
    ],
    [
      ['in progress', 'in-progress', 'In Progress'],
      ['in-progress', 'in-progress', 'in-progress'],
    ],
    [
      ['In progress', 'in_progress'],
      ['in-progress', 'in-progress'],
    ],
    [
      ['done', 'Fixed', '', 'fixed'],
      ['done', null, 'open', null],
    ],
  ])('%j keeps each word, and knows what it means', (statuses, known) => {
    const source = tableOf(statuses);
    const { postmortem } = importMarkdown(source);
    expect(itemsOf(postmortem).map(({ attrs }) => actionStatusOf(attrs?.status))).toEqual(known);
    expect(written(postmortem)).toBe(source);
    expect(importMarkdown(written(postmortem)).postmortem).toEqual(postmortem);
  });

  test('writes an item whose status has changed as the table does', () => {
    const { postmortem } = importMarkdown(tableOf(['Done', 'DONE', '']));
    const [heading, list] = postmortem.body as [BodyNode, BodyNode];
    const [done, other, open] = list.content as [BodyNode, BodyNode, BodyNode];
    const { status: _, ...attrs } = other.attrs ?? {};
    const changed = [done, { ...other, attrs }, { ...open, attrs: { ...open.attrs, status: 'done' } }];
    const body = [heading, { ...list, content: changed }];
    expect(written({ ...postmortem, body })).toBe(tableOf(['Done', '', 'Done']));
  });
});
