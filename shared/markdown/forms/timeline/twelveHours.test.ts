import { expect, test } from 'vitest';
import type { BodyNode } from '../../../document/template.ts';
import { exportMarkdown } from '../../exportMarkdown.ts';
import { importMarkdown } from '../../importMarkdown.ts';
import type { PostmortemContent } from '../../postmortemContent.ts';

const options = { imageAddress: (hash: string) => hash };
const rowsIn = (nodes: readonly BodyNode[]): readonly BodyNode[] =>
  nodes.flatMap((node) => (node.type === 'timelineRow' ? [node] : rowsIn(node.content ?? [])));
const timesIn = ({ body }: PostmortemContent): readonly unknown[] =>
  rowsIn(body).map(({ attrs }) => attrs?.at ?? attrs?.unsettled);
const tableOf = (head: string, times: readonly string[]): string =>
  `# X 2024-05-01\n\n## Timeline (UTC)\n\n| ${head} | Event |\n| --- | --- |\n${times.map((time) => `| ${time} | e |\n`).join('')}`;
const timesOf = (head: string, ...times: readonly string[]): readonly unknown[] =>
  timesIn(importMarkdown(tableOf(head, times)).postmortem);
const on = (...clocks: readonly string[]): readonly string[] =>
  clocks.map((clock) => (clock.includes(':') ? `2024-05-01T${clock}` : clock));
const FLAG = 'not-a-time';

test.each([
  [['11:00 PM', '11:30', '12:05'], on('23:00', FLAG, FLAG)],
  [['1:10 PM', '1:30', '2:00 PM'], on('13:10', FLAG, '14:00')],
  [['1:10 PM', '1:30-2:00', '14:10'], on('13:10', FLAG, '14:10')],
])('TM-14 a clock without AM and PM among those with one is flagged: %j', (times, read) => {
  expect(timesOf('Time', ...times)).toEqual(read);
});

test.each(['Time (PM)', 'Time (p.m.)', 'Time (AM/PM)'])('TM-14 below the head %s it is flagged', (head) => {
  expect(timesOf(head, '1:30', '1:40 PM', '14:00')).toEqual(on(FLAG, '13:40', '14:00'));
});

test.each([
  [['1:10 PM', '1:30 pm', '11:00-11:30 PM'], on('13:10', '13:30', '23:00')],
  [['09:10', '10:30', '13:05 PM', '14:00', '15:00'], on('09:10', '10:30', '13:05', '14:00', '15:00')],
  [['09:10', '10:30', '??', '12:00'], on('09:10', '10:30', 'none', '12:00')],
])('TM-14 none is flagged where all say it, or most are of 24 hours: %j', (times, read) => {
  expect(timesOf('Time', ...times).map((time) => time ?? 'none')).toEqual(read);
});

test('TM-14 none is flagged that is written as programs write it', () => {
  const [program, read] = [
    ['2024-05-01T11:00+05:30', '11:00-0500', '05:40 UTC', '11:00Z'],
    on('05:30', '16:00', '05:40', '11:00'),
  ];
  const said = ['2024-05-01 10:30 AM', '10:40 AM', '10:45 AM', '10:50 AM'];
  expect(timesOf('Time', ...program, ...said, '11:30 UTC')).toEqual([
    ...read,
    ...on('10:30', '10:40', '10:45', '10:50'),
    FLAG,
  ]);
});

test.each([
  [['05:10 PM UTC', '05:40', '06:20 PM UTC'], on('17:10', FLAG, '18:20')],
  [['11:30 PM +0000', '11:45'], on('23:30', FLAG)],
  [['11:30 PM +0000', '11:45 +0000'], on('23:30', FLAG)],
  [['05:10 PM UTC', '05:40 UTC', '2024-05-01T05:50Z'], on('17:10', FLAG, '05:50')],
  [['05:10 PM', '05:40 UTC'], on('17:10', '05:40')],
  [['12:05 PM', '12:30-01:15', '01:20 PM'], on('12:05', FLAG, '13:20')],
  [['11:30 PM & 11:40 PM', '11:45', '11:50:'], on(FLAG, FLAG, FLAG)],
])('TM-14 nor does a zone beside AM and PM tell the half of the day: %j', (times, read) => {
  expect(timesOf('Time', ...times)).toEqual(read);
});

test.each([
  [['2024-05-01 09:50 UTC (11:50 CEST)', '12:10', '1:05'], on('09:50', FLAG, FLAG)],
  [['2024-05-01 21:10 UTC (11:10 PM CEST)', '11:40'], on('21:10', FLAG)],
  [['11:10 PM CEST', '11:40'], on('21:10', FLAG)],
  [['1:14 PM EDT (17:14 UTC)', '5:40'], on('17:14', FLAG)],
  [['2024-05-01 21:30 UTC (9:30 PM)', '10:40'], on('21:30', FLAG)],
])('TM-14 a converted time counts as its original: %j', (times, read) => {
  expect(timesOf('Time (UTC)', ...times)).toEqual(read);
});

test('TM-14 a range of which only the start says it is flagged, and its start counts for the others', () => {
  expect(timesOf('Time', '1:10 PM - 2:05', '2:10', '2:20 PM - 3:00 PM')).toEqual(on(FLAG, FLAG, '14:20'));
  expect(timesOf('Time', '13:10', '14:02', '3:10 PM - 4:05')).toEqual(on('13:10', '14:02', FLAG));
  expect(timesOf('Time', '1:10 PM - 14:05')).toEqual(on('13:10'));
});

test('TM-14 minutes and seconds are no clock of 24 hours', () => {
  expect(timesOf('Time', '11:50:10', '12:10:30', '1:05:12')).toEqual([FLAG, FLAG, FLAG]);
  expect(timesOf('Time', '02.05. 11:40', '12:10', '1:05')).toEqual([FLAG, FLAG, FLAG]);
});

test('TM-14 a day beside a flagged clock stays in force, and the next timeline is read by its own times', () => {
  expect(timesOf('Time', '1:10 PM', '2024-05-02 1:30', '2:00 PM')).toEqual([
    '2024-05-01T13:10',
    FLAG,
    '2024-05-02T14:00',
  ]);
  const two = `${tableOf('Time (PM)', ['1:10'])}\n### Later\n\n| Time | Event |\n| --- | --- |\n| 10:30 | e |\n`;
  expect(timesIn(importMarkdown(two).postmortem)).toEqual(on(FLAG, '10:30'));
});

test.each([
  [
    ['11:50', '12:10', '1:05', '1:40'],
    [FLAG, FLAG, FLAG, FLAG],
  ],
  [
    ['10:00', '4:00', '3:50'],
    [FLAG, FLAG, FLAG],
  ],
  [
    ['9:50', '10:10', '11:00 to 2:00'],
    [FLAG, FLAG, FLAG],
  ],
  [
    ['9:50', '10:10-11:20', '12:30', '??', '1:10'],
    [FLAG, FLAG, FLAG, 'none', FLAG],
  ],
])('TM-14 clocks of which one falls back by half a day are flagged where none says it: %j', (times, read) => {
  expect(timesOf('Time', ...times).map((time) => time ?? 'none')).toEqual(read);
});

test.each([
  [['11:50', '12:10', '13:05', '1:40'], on('11:50', '12:10', '13:05', '01:40')],
  [['11:50', '12:10', '09:05', '10:40'], on('11:50', '12:10', '09:05', '10:40')],
  [['11:50', '10:10', '12:05'], on('11:50', '10:10', '12:05')],
  [
    ['11:50', '2024-05-02 1:30', '2:10'],
    ['2024-05-01T11:50', '2024-05-02T01:30', '2024-05-02T02:10'],
  ],
])('TM-14 none is flagged where one is of 24 hours, or none falls so far: %j', (times, read) => {
  expect(timesOf('Time', ...times)).toEqual(read);
});

test('TM-14 a timeline below one with AM and PM is of 12 hours too, and one below late clocks', () => {
  const below = (...times: readonly string[]): string =>
    `\n### Later\n\n| Time | Event |\n| --- | --- |\n${times.map((time) => `| ${time} | e |\n`).join('')}`;
  const timesBelow = (above: string, ...times: readonly string[]): readonly unknown[] =>
    timesIn(importMarkdown(`${tableOf('Time', [above])}${below(...times)}`).postmortem).slice(1);
  expect(timesBelow('11:30 PM', '12:10', '1:10')).toEqual([FLAG, FLAG]);
  expect(timesBelow('11:30 AM', '12:10', '13:10')).toEqual(on('12:10', '13:10'));
  expect(timesBelow('12:10', '1:05', '1:40')).toEqual([FLAG, FLAG]);
  expect(timesBelow('10:10', '11:05', '11:40')).toEqual(on('11:05', '11:40'));
  expect(timesBelow('05:10 PM UTC', '7:10')).toEqual([FLAG]);
  expect(timesBelow('11:50 to 1:05', '1:40')).toEqual([FLAG]);
});

test('TM-14 what is flagged comes back, and so does what a person has settled since', () => {
  const { postmortem } = importMarkdown(tableOf('Time', ['11:00 PM', '11:30', '1:10 AM']));
  const { text } = exportMarkdown(postmortem, options);
  expect(importMarkdown(text).postmortem).toEqual(postmortem);
  const settled = (node: BodyNode): BodyNode =>
    node.attrs?.asWritten === '11:30'
      ? { ...node, attrs: { at: '2024-05-02T11:30' } }
      : node.content === undefined
        ? node
        : { ...node, content: node.content.map(settled) };
  const edited = { ...postmortem, body: postmortem.body.map(settled) };
  expect(timesIn(importMarkdown(exportMarkdown(edited, options).text).postmortem)).toEqual(timesIn(edited));
});
