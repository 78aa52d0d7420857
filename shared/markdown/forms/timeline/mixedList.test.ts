import { describe, expect, test } from 'vitest';
import { textOf } from '../../../document/readBody.ts';
import type { BodyNode } from '../../../document/template.ts';
import { exportMarkdown } from '../../exportMarkdown.ts';
import { importMarkdown } from '../../importMarkdown.ts';
import type { PostmortemContent } from '../../postmortemContent.ts';

const written = (content: PostmortemContent): string =>
  exportMarkdown(content, { imageAddress: (hash) => `x.assets/${hash}.png` }).text;
const sourceOf = (items: readonly string[]): string =>
  `# Outage 2026-03-04\n\n## Timeline\n\n${items.map((item) => `- ${item}\n`).join('')}`;
const rowsIn = ({ body }: PostmortemContent): readonly BodyNode[] =>
  body.flatMap(({ type, content = [] }) => (type === 'timeline' ? content : []));
const timesIn = (content: PostmortemContent): readonly unknown[] =>
  rowsIn(content).map(({ attrs }) => attrs?.at ?? null);

describe('a list that parts its times from the events in several ways', () => {
  test.each([
    [['01:30 a', '03:45: b']],
    [['**01:30** a', '03:45 m']],
    [['01:30 - a', '**03:45** — b', '`04:00` c', '**05:00:** d', '06:00 - e']],
    [['01:30 - a', '01:30: b', '01:30 - c']],
    [['01:30', '03:45 - b', '04:00 -', '05:00:']],
    [['01:30 | a', '03:45 b']],
  ])('%j is a timeline, and each row is written as it was', (items) => {
    const source = sourceOf(items);
    const { postmortem } = importMarkdown(source);
    expect(rowsIn(postmortem)).toHaveLength(items.length);
    expect(timesIn(postmortem)).not.toContain(null);
    expect(written(postmortem)).toBe(source);
    expect(importMarkdown(written(postmortem)).postmortem).toEqual(postmortem);
  });

  test('writes a row as it was wherever it is moved to, and a new one as most are', () => {
    const { postmortem } = importMarkdown(sourceOf(['01:30 - a', '03:45: b', '04:00 - c']));
    const [heading, timeline] = postmortem.body as [BodyNode, BodyNode];
    const [a, b, c] = timeline.content as [BodyNode, BodyNode, BodyNode];
    const added = { ...a, attrs: { id: 'new', at: '2026-03-04T05:00' } };
    const body = [heading, { ...timeline, content: [c, b, a, added] }];
    expect(written({ ...postmortem, body })).toContain('- 04:00 - c\n- 03:45: b\n- 01:30 - a\n- 05:00 - a\n');
  });
});

describe('items without a time', () => {
  test('between those with one are rows without a time', () => {
    const source = sourceOf([
      '01:30 - a',
      'Nobody was **paged**\n\n  more\n',
      '03:45 - b',
      '04:00 - c',
      '05:00 - d',
    ]);
    const { postmortem } = importMarkdown(source);
    expect(timesIn(postmortem)).toEqual([
      '2026-03-04T01:30',
      null,
      '2026-03-04T03:45',
      '2026-03-04T04:00',
      '2026-03-04T05:00',
    ]);
    expect(textOf(rowsIn(postmortem)[1] as BodyNode)).toBe('Nobody was paged\nmore');
    const text = written(postmortem);
    expect(text).toContain('- Nobody was **paged**\n\n  more\n');
    expect(text.startsWith('---')).toBe(false);
    expect(importMarkdown(text).postmortem).toEqual(postmortem);
  });

  test('and without words stay empty', () => {
    const source = sourceOf(['01:30 - a', 'x', '02:00 - b', '03:00 - c']).replace('- x', '-');
    const { postmortem } = importMarkdown(source);
    expect(rowsIn(postmortem)).toHaveLength(4);
    expect(written(postmortem)).toBe(source);
  });

  test.each([
    [['The night before', '01:30 - a', '02:00 - b']],
    [['01:30 - a', 'x', 'y', '02:00 - b']],
    [['01:30[a](https://example.com)', '02:00 - b']],
  ])('%j stays a list, which is said', (items) => {
    const source = sourceOf(items);
    const { postmortem, notes } = importMarkdown(source);
    expect(postmortem.body.map(({ type }) => type)).toEqual(['heading', 'bulletList']);
    expect(written(postmortem)).toBe(source);
    expect(notes).toEqual([
      `A list of the timeline stays a list: 2 of its ${items.length} entries begin with a time.`,
    ]);
  });

  test('stays a list under a second heading for a timeline, which is said too', () => {
    const source =
      '# A\n\n## Timeline\n\n## Timeline (UTC)\n\n- The night before\n- 01:30 - a\n- 02:00 - b\n';
    expect(importMarkdown(source).notes).toEqual([
      'A list of the timeline stays a list: 2 of its 3 entries begin with a time.',
    ]);
  });
});
