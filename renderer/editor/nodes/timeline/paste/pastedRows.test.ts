import { describe, expect, it } from 'vitest';
import { postmortemSchema as schema } from '../../../../../shared/schema/postmortemSchema.ts';
import { pastedRows } from './pastedRows.ts';
import { timedRows } from './timedRows.ts';

const read = (text: string) =>
  pastedRows(schema, { text, html: '' })?.map(({ time, event, source }) => ({
    time,
    event: event.content.map((block) => block.textContent),
    source: source.textBetween(0, source.size),
  })) ?? null;

describe('lines that begin with times', () => {
  it('become rows, bullets and separators left out', () => {
    expect(read('- 23:52 – alert fires\n- 23:56: primary acknowledges\n\n- ~00:05 support hears')).toEqual([
      { time: '23:52', event: ['alert fires'], source: '' },
      { time: '23:56', event: ['primary acknowledges'], source: '' },
      { time: '~00:05', event: ['support hears'], source: '' },
    ]);
  });

  it('go on with the lines below that have no time', () => {
    expect(read('23:52 alert fires\nfor eu-west-1\n23:56 acknowledged')).toEqual([
      { time: '23:52', event: ['alert fires', 'for eu-west-1'], source: '' },
      { time: '23:56', event: ['acknowledged'], source: '' },
    ]);
  });

  it('are none of it when there is only one, or text comes first', () => {
    expect(read('23:52 alert fires\nand more')).toBeNull();
    expect(read('What happened:\n23:52 alert fires\n23:56 acknowledged')).toBeNull();
    expect(read('just words')).toBeNull();
  });

  it('keep their addresses as links, without the punctuation behind them', () => {
    const rows = pastedRows(schema, { text: '23:52 see https://a.example/x).\n23:56 ok', html: '' });
    expect(rows?.[0]?.event.toJSON()).toMatchObject([
      {
        content: [
          { text: 'see ' },
          { text: 'https://a.example/x', marks: [{ type: 'link', attrs: { href: 'https://a.example/x' } }] },
          { text: ').' },
        ],
      },
    ]);
  });
});

describe('cells', () => {
  it('of a spreadsheet become rows, with a head or without', () => {
    const body = '23:52\talert fires\tgrafana\n23:56\tacknowledged\t';
    const rows = [
      { time: '23:52', event: ['alert fires'], source: 'grafana' },
      { time: '23:56', event: ['acknowledged'], source: '' },
    ];
    expect(read(body)).toEqual(rows);
    expect(read(`Time\tEvent\tSource\n${body}`)).toEqual(rows);
  });

  it('without a head have their source in the last column where that holds links alone', () => {
    const row = (time: string, source: string) => `${time}\tINFO\tthe alert fires\t${source}`;
    const links = `${row('23:52', 'https://a.example/1')}\n${row('23:56', '')}\n${row('23:58', 'https://a.example/2')}`;
    expect(read(links)?.map(({ source }) => source)).toEqual([
      'https://a.example/1',
      '',
      'https://a.example/2',
    ]);
    expect(read(links)?.[0]?.event).toEqual(['the alert fires', 'INFO']);
    const words = `${row('23:52', 'https://a.example/1')}\n${row('23:56', 'see https://a.example/2')}`;
    expect(read(words)?.map(({ source }) => source)).toEqual(['', '']);
  });

  it('of a Markdown table become rows with their marks and links', () => {
    const text =
      '| Time (UTC) | Event | Source / link |\n|---|---|---|\n| 23:52 | `alert` **fires** | [graph](https://g.example) |';
    expect(read(text)).toEqual([{ time: '23:52', event: ['alert fires'], source: 'graph' }]);
    const [row] = pastedRows(schema, { text, html: '' }) ?? [];
    expect(row?.source.toJSON()).toMatchObject([{ marks: [{ attrs: { href: 'https://g.example' } }] }]);
    expect(row?.event.firstChild?.firstChild?.marks.map(({ type }) => type.name)).toEqual(['code']);
  });

  it('of a day and a clock make one time, and other columns follow the event with their heads', () => {
    expect(read('Date\tWho\tTime\tWhat happened\n2026-11-12\tInes\t23:52\tdeclares P0')).toEqual([
      { time: '2026-11-12 23:52', event: ['declares P0', 'Who: Ines'], source: '' },
    ]);
  });

  it('under a head that names a zone are in that zone, unless they name their own', () => {
    expect(read('Local time\tEvent\n09:02\talpha\n09:03 UTC\tbeta')?.map(({ time }) => time)).toEqual([
      '09:02 Local time',
      '09:03 UTC',
    ]);
    expect(read('Time (CET)\tEvent\n09:02\talpha\n09:03 UTC\tbeta')?.map(({ time }) => time)).toEqual([
      '09:02 CET',
      '09:03 UTC',
    ]);
  });

  it('without times are no rows', () => {
    expect(read('Owner\tTicket\nInes\tOPS-1')).toBeNull();
    expect(read('| Owner | Ticket |\n|---|---|\n| Ines | OPS-1 |')).toBeNull();
  });

  it('beside other text are no rows: the text would be lost', () => {
    expect(read('## Timeline\n\n| Time | Event |\n|---|---|\n| 23:52 | alpha |')).toBeNull();
  });
});

it('times are read as if each was typed under the row above it', () => {
  const context = { now: '2026-11-24T10:00', above: null, firstAlert: '2026-11-12T23:50' };
  const rows = timedRows(
    schema,
    pastedRows(schema, { text: '23:52 a\n00:03 b\n14:05 IST c', html: '' }) ?? [],
    context,
  );
  for (const row of rows) row.check();
  expect(rows.map(({ attrs }) => [attrs.at, attrs.asWritten])).toEqual([
    ['2026-11-12T23:52', null],
    ['2026-11-13T00:03', null],
    [null, '14:05 IST'],
  ]);
  expect(new Set(rows.map(({ attrs }) => attrs.id)).size).toBe(3);
});
