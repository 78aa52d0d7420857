import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { BodyNode } from '../document/template.ts';
import { comesBack, OPTIONS } from './comesBack.testkit.ts';
import { exportMarkdown } from './exportMarkdown.ts';
import { importMarkdown } from './importMarkdown.ts';
import { visibleIn } from './visibleWords.testkit.ts';

interface Expected {
  readonly file: string;
  readonly title: string;
  readonly layout: 'table' | 'headings' | 'list';
  readonly timelineRows: number;
  readonly firstRow: { readonly time: string; readonly text: string };
  readonly lastRow: { readonly time: string; readonly text: string };
}

const root = fileURLToPath(new URL('./fixtures/corpus/', import.meta.url));
const files = ['dfds', 'mybinder', '2i2c', 'posthog'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name !== 'LICENSE')
    .map((name) => `${folder}/${name}`),
);
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const nodesOf = (nodes: readonly BodyNode[], type: string): readonly BodyNode[] =>
  nodes.flatMap((node) => [...(node.type === type ? [node] : []), ...nodesOf(node.content ?? [], type)]);

test('all 59 files of the corpus are here', () => {
  expect(files).toHaveLength(59);
});

describe.each(files)('%s', (file) => comesBack(read(file)));

const expectations = JSON.parse(read('expected.json')) as readonly Expected[];

test.each(expectations)('the title of $file is found', ({ file, title }) => {
  expect(importMarkdown(read(file)).postmortem.facts.title).toBe(title);
});

test.each(expectations.filter(({ layout }) => layout !== 'headings'))(
  'the timeline rows of $file are found',
  ({ file, timelineRows, firstRow, lastRow }) => {
    const rows = nodesOf(importMarkdown(read(file)).postmortem.body, 'timelineRow');
    expect(rows).toHaveLength(timelineRows);
    const words = (markdown: string): string => visibleIn(markdown).words.join(' ');
    const shown = (row: BodyNode | undefined): string =>
      words(exportMarkdown({ ...EMPTY, body: row === undefined ? [] : eventOf(row) }, OPTIONS).text);
    expect(shown(rows[0])).toContain(words(firstRow.text.replace(/\[\^\d\]/g, '')));
    expect(shown(rows.at(-1))).toContain(words(lastRow.text.replace(/\[\^\d\]/g, '')).trim());
  },
);

const EMPTY = importMarkdown('').postmortem;
const eventOf = (row: BodyNode): readonly BodyNode[] => row.content?.[0]?.content ?? [];

test('a time whose zone the text states elsewhere is not taken as UTC', () => {
  const rows = nodesOf(
    importMarkdown(read('dfds/PM2020-009 - KIAM service disruption due to upgrade.md')).postmortem.body,
    'timelineRow',
  );
  expect(rows.map(({ attrs }) => attrs)).toEqual([
    expect.objectContaining({ asWritten: '2020-11-17 10:45~', unsettled: 'unknown-zone', zone: 'CET' }),
    expect.objectContaining({ asWritten: '2020-11-23 14:11', unsettled: 'unknown-zone', zone: 'CET' }),
    expect.objectContaining({ asWritten: '2020-11-23 14:41', unsettled: 'unknown-zone', zone: 'CET' }),
  ]);
});

test('times of a text that states UTC are settled', () => {
  const rows = nodesOf(
    importMarkdown(read('posthog/2025-09-29-flags-is-down.md')).postmortem.body,
    'timelineRow',
  );
  expect(rows.map(({ attrs }) => attrs?.at)).toEqual([
    '2025-09-29T16:58',
    '2025-09-29T17:02',
    '2025-09-29T17:05',
    '2025-09-29T17:12',
    '2025-09-29T17:25',
    '2025-09-29T17:40',
    '2025-09-29T18:15',
    '2025-09-29T18:46',
  ]);
});
