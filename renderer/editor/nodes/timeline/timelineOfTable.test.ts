import type { Node } from '@tiptap/pm/model';
import { expect, it } from 'vitest';
import type { BodyNode } from '../../../../shared/document/template.ts';
import { NO_FACTS } from '../../../../shared/markdown/facts/factLines.ts';
import { importMarkdown } from '../../../../shared/markdown/importMarkdown.ts';
import { timesInPlace } from '../../../../shared/markdown/timesInPlace.ts';
import { postmortemSchema as schema } from '../../../../shared/schema/postmortemSchema.ts';
import { dayTaken, isTimelineTable, type ReadColumn, timelineOfTable } from './timelineOfTable.ts';

const said = {
  template: 'imported',
  status: 'draft',
  lastAction: 0,
  frontMatter: null,
  titleLead: null,
  facts: { ...NO_FACTS, firstAlert: '2026-11-12T23:50' },
} as const;

/** Reads times as those of a table behind what a text says. */
const behind =
  (...body: readonly BodyNode[]): ReadColumn =>
  (column) =>
    timesInPlace(
      { ...said, body: [...body, { type: 'table' }] },
      { ...column, block: body.length, today: '2026-11-24' },
    );

function tableOf(...rows: readonly (readonly string[])[]): Node {
  const cell = (type: string, text: string) => ({
    type,
    content: [{ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] }],
  });
  return schema.nodeFromJSON({
    type: 'table',
    content: rows.map((cells, index) => ({
      type: 'tableRow',
      content: cells.map((text) => cell(index === 0 ? 'tableHeader' : 'tableCell', text)),
    })),
  });
}

it('a table with more columns than a timeline becomes one that says all of it', () => {
  const table = tableOf(
    ['Time (UTC)', 'Who', 'What happened', 'Severity', 'Link'],
    ['23:52', 'Ines', 'declares', 'P0', 'log'],
    ['soon after', '', 'fails over', 'P0', ''],
  );
  expect(isTimelineTable(schema, table)).toBe(true);
  const timeline = timelineOfTable(schema, table, behind());
  timeline?.check();
  expect(timeline?.attrs).toMatchObject({ eventLabel: 'What happened', sourceLabel: 'Link' });
  expect(
    timeline?.children.map((row) => [
      row.attrs.at ?? row.attrs.asWritten,
      row.firstChild?.content.content.map((block) => block.textContent),
      row.lastChild?.textContent,
    ]),
  ).toEqual([
    ['2026-11-12T23:52', ['declares', 'Who: Ines', 'Severity: P0'], 'log'],
    ['soon after', ['fails over', 'Severity: P0'], ''],
  ]);
});

it('a table whose first time names no day says which one it took', () => {
  const taken = (...times: readonly string[]): string | null => {
    const table = tableOf(['Time', 'Event'], ...times.map((time) => [time, 'x']));
    const timeline = timelineOfTable(schema, table, behind());
    return timeline === null ? null : dayTaken(schema, table, timeline);
  };
  expect(taken('23:52', '00:03')).toBe('2026-11-12');
  expect(taken('soon', '23:52', '00:03')).toBe('2026-11-12');
  expect(taken('2026-03-04 23:52', '00:03')).toBeNull();
});

it('its times are read as an import reads them there: in the zone and on the day that the text says', () => {
  const table = tableOf(['Time', 'Who', 'What happened'], ['09:02', 'Ines', 'declares']);
  const line = (text: string): BodyNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
  const first = (...text: readonly string[]) =>
    timelineOfTable(schema, table, behind(...text.map(line)))?.firstChild?.attrs;
  expect(first()).toMatchObject({ at: '2026-11-12T09:02', asWritten: null, unsettled: null });
  expect(first('All times in CET.')).toMatchObject({ at: null, asWritten: '09:02', zone: 'CET' });
});

it.each([
  ['(Sunday) fixed', 'date-unknown'],
  ['Sunday: fixed', 'date-unknown'],
  ['CET: fixed', 'unknown-zone'],
  ['(local) fixed', 'unknown-zone'],
  ['(next day) fixed', null],
  ['fixed, as told on Sunday at 10:00 CET', null],
])('what %s says beside a clock counts for the times as in an import of the text', (event, flag) => {
  const times = ['2026-11-12 23:02', '00:05', '00:07'];
  const told = (row: { readonly attrs?: BodyNode['attrs'] }) => [
    row.attrs?.at ?? null,
    row.attrs?.unsettled ?? null,
  ];
  const lines = times.map((time, at) => `| ${time} | ${at === 1 ? event : 'x'} |\n`);
  const imported = importMarkdown(`| Time | Event |\n| --- | --- |\n${lines.join('')}`).postmortem.body;
  const rows = times.map((time, at) => [time, 'Ines', at === 1 ? event : 'x']);
  const timeline = timelineOfTable(schema, tableOf(['Time', 'Who', 'Event'], ...rows), behind());
  expect(timeline?.children.map(told)).toEqual(imported[0]?.content?.map(told));
  expect(timeline?.maybeChild(1)?.attrs.unsettled).toBe(flag);
});

it.each(['22:52 (maybe earlier?)', '23:10 (all hands)', '12:??', '2026-11-13 09:5?'])(
  'the words of %s stay, which say more than a time',
  (words) => {
    const table = tableOf(['Time (UTC)', 'Who', 'Event'], ['22:00', 'Ines', 'x'], [words, 'Ines', 'y']);
    expect(timelineOfTable(schema, table, behind())?.lastChild?.attrs.asWritten).toBe(words);
  },
);

it('is offered only on a table with a column of times and a head that says so', () => {
  expect(isTimelineTable(schema, tableOf(['Owner', 'Ticket'], ['Ines', 'OPS-1']))).toBe(false);
  expect(isTimelineTable(schema, tableOf(['Value', 'Count'], ['14:02', '3']))).toBe(false);
  expect(isTimelineTable(schema, tableOf(['Time', 'Event']))).toBe(false);
});
