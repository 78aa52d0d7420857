import { describe, expect, test } from 'vitest';
import { exportMarkdown } from '../../exportMarkdown.ts';
import { importMarkdown } from '../../importMarkdown.ts';
import { partDay } from './dayColumn.ts';

const there = (source: string): string =>
  exportMarkdown(importMarkdown(source).postmortem, { imageAddress: (hash) => `${hash}.png` }).text;
const tableOf = (...lines: readonly string[]): string =>
  ['## Timeline', '', lines[0], (lines[0] ?? '').replace(/[^|]+/g, ' --- '), ...lines.slice(1), ''].join(
    '\n',
  );
const timesOf = (source: string): readonly unknown[] =>
  importMarkdown(source).postmortem.body.flatMap(({ type, content = [] }) =>
    type === 'timeline' ? content.map(({ attrs }) => attrs?.at ?? null) : [],
  );

describe('a table with a column of days in front of its times', () => {
  test('is a timeline, and is written as it was', () => {
    const source = tableOf(
      '| Date | Time | Event |',
      '| 2026-03-04 | 14:02 | deploy |',
      '| 2026-03-04 | 14:10 | alert |',
      '| 2026-03-05 | ~00:10–00:12 | fixed |',
      '| 2026-03-06 | | talked about |',
      '| | ?? | forgotten |',
    );
    expect(timesOf(source)).toEqual([
      '2026-03-04T14:02',
      '2026-03-04T14:10',
      '2026-03-05T00:10',
      '2026-03-06',
      null,
    ]);
    expect(there(source)).toBe(source);
  });

  test('may say a day only where it changes, in other words than ours, and have sources', () => {
    const source = tableOf(
      '| Datum | Uhrzeit | Ereignis | Quelle |',
      '| 4 March 2026 | 2:02 PM | deploy | log |',
      '| | 14:10 | alert | |',
      '| 5 March 2026 | 00:10 | fixed | |',
    );
    expect(timesOf(source)).toEqual(['2026-03-04T14:02', '2026-03-04T14:10', '2026-03-05T00:10']);
    expect(there(source)).toBe(source);
  });

  test.each([
    ['whose days are none', tableOf('| Date | Time | Event |', '| Day 1 | 14:02 | deploy |')],
    ['with a column more', tableOf('| Date | Time | Who | Event |', '| 2026-03-04 | 14:02 | Ann | deploy |')],
  ])('stays a table %s', (_, source) => {
    expect(timesOf(source)).toEqual([]);
    expect(there(source)).toBe(source);
  });
});

describe('a table below the name of a zone alone', () => {
  test.each([
    tableOf('| UTC | Event |', '| 2026-03-04 14:02 | deploy |', '| 14:10 | alert |'),
    tableOf('| Date | UTC | Event |', '| 2026-03-04 | 14:02 | deploy |', '| | 14:10 | alert |'),
  ])('is a timeline of times in it, and is written as it was: %j', (source) => {
    expect(timesOf(source)).toEqual(['2026-03-04T14:02', '2026-03-04T14:10']);
    expect(there(source)).toBe(source);
  });

  test.each([
    ['| IST | SOLL |', false],
    ['| EST | Task |', false],
    ['| Local | Task |', false],
    ['| CEST | UTC |', false],
    ['| UTC | Task |', true],
    ['| GMT | Task |', true],
    ['| UTC+2 | Task |', true],
  ])('is one outside of a Timeline heading where it is UTC or an offset: %s %j', (head, isTimeline) => {
    const source = tableOf(head, '| 4:30 | 5:00 |').replace('Timeline', 'Impact');
    expect(timesOf(source)).toHaveLength(isTimeline ? 1 : 0);
    expect(timesOf(tableOf(head, '| 4:30 | 5:00 |'))).toHaveLength(1);
  });

  test('stays a table where no clocks stand there', () => {
    const source = tableOf('| EST | Event |', '| 1200 | deploy |', '| 1400 | alert |');
    expect(timesOf(source)).toEqual([]);
    expect(there(source)).toBe(source);
  });
});

test.each(['Time (Thursday)', 'Time (Thu)', 'Time (UTC, Thu)', 'Time (Thu) in UTC'])(
  'TM-16 the head %s is of another day than a Wednesday',
  (head) => {
    const source = `# X 2024-05-01\n\n${tableOf(`| ${head} | Event |`, '| 14:02 | deploy |')}`;
    expect(timesOf(source)).toEqual([null]);
    expect(timesOf(source.replace('Thursday', 'Wednesday').replace('Thu', 'Wed'))).toEqual([
      '2024-05-01T14:02',
    ]);
  },
);

test.each([
  ['2026-03-04 14:02', '2026-03-04', '14:02'],
  ['March 4, 2026 2:02 PM', 'March 4, 2026', '2:02 PM'],
  ['03/04/2026 14:02', '03/04/2026', '14:02'],
  ['2026-03-04', '2026-03-04', ''],
  ['2026-03-04T14:02', '', '2026-03-04T14:02'],
  ['14:02', '', '14:02'],
  ['', '', ''],
])('%s is parted into a day and a time', (text, day, time) => {
  expect(partDay(text)).toEqual([day, time]);
});
