import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTimeCell } from './formatTimeCell.ts';
import { parseTimeCell, type TimeCellContext, unreadableTime } from './parseTimeCell.ts';
import { NO_TIME } from './rowTime.ts';
import { anyDay, anyTimeText, DRAWN, ZONE_WORDS } from './writtenTime.testkit.ts';

/** Reads cells one below the other as an importer does, and writes what each became. */
function readDown(
  cells: readonly string[],
  carryDate: string | null,
  zone: string | null,
): readonly string[] {
  let context: TimeCellContext = { carryDate, zone };
  return cells.map((text) => {
    const cell = parseTimeCell(text, context);
    if (cell === null) return 'no time';
    context = { ...context, ...cell };
    const { at, until, untilUnknown, precision, unsettled } = cell.time;
    const end = untilUnknown ? '/??' : until === null ? '' : `/${until}`;
    return unsettled ?? `${precision === 'about' ? '~' : ''}${at ?? '??'}${end}`;
  });
}

test.each([
  [
    ['10:00', '01:00 (next day)', '02:00'],
    ['24T10:00', '25T01:00', '25T02:00'],
  ],
  [
    ['10:00', '01:00 (+1d)', '02:30 (+1d)', '02:00 (+2d)'],
    ['24T10:00', '25T01:00', '25T02:30', '26T02:00'],
  ],
  [
    ['23:00', '01:00 (+1)', '01:30 (+1 day)'],
    ['24T23:00', '25T01:00', '25T01:30'],
  ],
  [
    ['16:00', '15:00 +1 d', '16:00 +1d', '09:00 +2 days'],
    ['24T16:00', '25T15:00', '25T16:00', '26T09:00'],
  ],
  [
    ['16:00', '15:00 (following day)', '15:00 +1'],
    ['24T16:00', '25T15:00', '25T14:00'],
  ],
  [
    ['10:00', '22:00 (previous day)', '09:30', '10:05'],
    ['24T10:00', '23T22:00', '24T09:30', '24T10:05'],
  ],
  [
    ['23:00', '00:30', '00:10 (next day)'],
    ['24T23:00', '25T00:30', '26T00:10'],
  ],
  [
    ['23:50-00:10 (next day)', '00:12'],
    ['24T23:50/2026-11-25T00:10', '25T00:12'],
  ],
  [
    ['10:00', '01:00 (am Folgetag)', '23:00 (Slack)'],
    ['24T10:00', '25T01:00', '25T23:00'],
  ],
])('TM-31 a remark about the day of %j is followed', (cells, days) => {
  expect(readDown(cells, '2026-11-24', null)).toEqual(days.map((day) => `2026-11-${day}`));
});

test.each([
  ['23:00', '00:30', '01:00 (next day)'],
  ['10:00', '11:00 (next day)'],
  ['10:00', '09:00 (previous day)'],
  ['10:00', '11:00-12:00 (next day)'],
  ['10:00', '11:00 (+1)'],
  ['10:00', '01:00 (+3d)'],
])('TM-31 the last of %j, %j %j is not guessed', (...cells) => {
  expect(readDown(cells, '2026-11-24', null).at(-1)).toBe('date-unknown');
});

test.each([
  ['11:00 CET (09:00 UTC)', 'zone-contradicts-offset'],
  ['11:00 CET (10:00 UTC)', '2026-11-24T10:00'],
  ['11:00 (09:00 UTC)', 'zone-contradicts-offset'],
  ['11:00 CET / 09:00 UTC', 'zone-contradicts-offset'],
  ['11:00 CET / 10:00 UTC', '2026-11-24T10:00'],
  ['00:30 CET (2026-11-23 23:30 UTC)', '2026-11-23T23:30'],
  ['11:00 CET (about 09:00 UTC)', '~2026-11-24T10:00'],
  ['11:00 CET (03:30 IST)', '2026-11-24T10:00'],
  ['11:00 (PM)', '2026-11-24T23:00'],
  ['11:00 (a.m.)', '2026-11-24T11:00'],
])('TM-12 TM-14 a time beside it counts: %j is %s', (cell, read) => {
  expect(readDown([cell], '2026-11-24', null)).toEqual([read]);
});

test.each(['2:10 PM / 5:10 PM', '14:02 / 10:02 local', '14:02 / 17:02 EST', '20:00 CET / 21:00 Thu'])(
  'TM-12 a second clock behind a slash is one in another zone only where both have theirs: %j',
  (cell) => {
    expect(parseTimeCell(cell, { carryDate: '2026-11-24', zone: null, digits: true })).toBeNull();
  },
);

/** The forms of the corpus, counted in its README, with the day in force and the zone of their documents. */
const FORMS: readonly (readonly [text: string, day: string | null, zone: string | null, read: string])[] = [
  ['2021-06-22 08:21', null, 'UTC', '2021-06-22T08:21'],
  ['2020-01-20 13:50', null, 'CET', '2020-01-20T12:50'],
  ['2020-06-09 11:00', null, 'CET', 'zone-not-in-use'],
  ['13:35', '2017-11-30', null, '2017-11-30T13:35'],
  ['16:58 UTC', '2025-09-29', null, '2025-09-29T16:58'],
  ['4:27', '2018-01-18', 'PST', '2018-01-18T12:27'],
  ['2021-12-10   15:40', null, 'UTC', '2021-12-10T15:40'],
  ['1:38 PM', '2025-07-11', 'UTC', '2025-07-11T13:38'],
  ['08:52 PM', '2020-10-28', null, '2020-10-28T20:52'],
  ['08:52 PM', '2020-10-28', 'IST', 'ambiguous-zone'],
  ['2022-06-02 HH:mm', null, 'UTC', '2022-06-02'],
  ['20202-01-16 12:00', null, 'CET', 'date-unknown'],
  ['2017-11-30 16:22 PST', null, null, '2017-12-01T00:22'],
  ['16:59 PST', '2017-11-30', null, '2017-12-01T00:59'],
  ['2018-01-15', null, 'PST', '2018-01-15'],
  ['00:03 UTC (Oct 30)', '2025-10-29', null, '2025-10-30T00:03'],
  ['Sep 27 2017 13:06', null, 'PST', 'zone-not-in-use'],
  ['Sep 29 2017 08:59', null, 'CEST', '2017-09-29T06:59'],
  ['Feb 21, 13:00', '2018-02-20', 'CET (GMT+1)', '2018-02-21T12:00'],
  ['2022-08-03 12:26-12:??', null, 'UTC', '2022-08-03T12:26/??'],
  ['2020-11-17 10:45~', null, 'CET', '~2020-11-17T09:45'],
  ['~13:30-13:45', '2018-04-18', 'CEST', '~2018-04-18T11:30/2018-04-18T11:45'],
  ['2018-07-08 ca. 18:30', null, 'CEST (UTC+2)', '~2018-07-08T16:30'],
  ['2018-07-30 ca. 11:20', null, 'PST (UTC-7)', 'zone-contradicts-offset'],
  ['2019-12-03 --:--', null, 'CET', '2019-12-03'],
  ['2022-02-?? ??:??', '2022-02-09', 'UTC', 'date-unknown'],
  ['2021/22-??-?? HH:mm', '2021-09-10', 'UTC', 'date-unknown'],
  ['2022-05-?? HH:mm', '2021-09-10', 'UTC', 'date-unknown'],
  ['2020-10-06 09:00 - 11:00', null, 'UTC', '2020-10-06T09:00/2020-10-06T11:00'],
  ['8:20 - 8:24', '2018-01-18', 'PST', '2018-01-18T16:20/2018-01-18T16:24'],
  ['17:00-18:00', '2018-02-20', 'CET (GMT+1)', '2018-02-20T16:00/2018-02-20T17:00'],
  ['2018-01-17 17:14pm', null, 'PST', '2018-01-18T01:14'],
  ['2X:XX (not sure exact time)', '2018-02-20', 'CET (GMT+1)', '??'],
  ['22:52 (maybe earlier?)', '2018-02-20', 'CET (GMT+1)', '~2018-02-20T21:52'],
  ['Feb 22, 07:13', '2018-02-21', 'CET (GMT+1)', '2018-02-22T06:13'],
  ['19. April, 11:00', '2018-04-18', 'CEST', '2018-04-19T09:00'],
  ['May 12', '2025-05-11', null, '2025-05-12'],
  ['15 May', '2025-05-14', null, '2025-05-15'],
  ['11:39AM', '2025-05-14', null, '2025-05-14T11:39'],
  ['July 11, 2025, 12:42 PM', null, 'UTC', '2025-07-11T12:42'],
  ['July 11, 2025, 12:42 PM', null, 'BST', 'ambiguous-zone'],
  ['Tue 24 Nov 14:02', '2026-11-24', null, '2026-11-24T14:02'],
  ['Wed 24 Nov 14:02', '2026-11-24', null, 'date-unknown'],
  ['14:02, Wed Nov 24', '2026-11-24', null, 'date-unknown'],
  ['08:52 PM', null, null, 'date-unknown'],
  ['May 12', null, null, 'date-unknown'],
  ['[14:02]', '2026-11-24', null, '2026-11-24T14:02'],
  ['14:02:', '2026-11-24', null, '2026-11-24T14:02'],
  ['HH:MM', '2026-11-24', null, '??'],
];

test.each(FORMS)('TM-16 the cell %j on %s in %s is %s', (text, day, zone, read) => {
  expect(readDown([text], day, zone)).toEqual([read]);
});

test.each(FORMS)(
  'TM-17 and TM-18 the cell %j on %s in %s gives its own words back',
  (text, carryDate, zone) => {
    const context: TimeCellContext = { carryDate, zone };
    const time = parseTimeCell(text, context)?.time ?? NO_TIME;
    const written = formatTimeCell(time, time.asWritten === null ? { ...context, carryDate: null } : context);
    const plain = (words: string): string => words.replace(/\s+/g, ' ').replace(/ ?– ?/g, ' - ');
    const dated = text.startsWith('20') || time.asWritten !== null;
    expect(plain(written)).toBe(dated ? plain(text) : `${carryDate} ${text}`);
  },
);

test.each([
  'Time',
  'Timeline',
  'Repo2docker',
  '2020',
  '1402',
  '12',
  '10 pods',
  '5 minutes later',
  '14:02 API',
  'TBA: soon',
  'October 21, 2025 - Redis Overload',
  'October 29-30, 2025 - CPU-Bound Latency',
  'Summary',
  '',
  '   ',
  '25:61',
  '2018-01-18, reddit hugs mybinder',
  'A1',
  'P0',
  ':--',
  '1.2.3',
  '16:9',
  '3.14',
  '#2127',
  'Action 14:02',
])('TM-16 the cell %j is no time', (text) => {
  expect(parseTimeCell(text, { carryDate: '2026-11-24', zone: null })).toBeNull();
});

test('TM-16 four digits are a time only where a column of times says so', () => {
  const context = { carryDate: '2026-11-24', zone: null };
  expect(parseTimeCell('1402', { ...context, digits: true })?.time.at).toBe('2026-11-24T14:02');
  expect(parseTimeCell('2026-11-24 1402', { ...context, digits: true })?.time.at).toBe('2026-11-24T14:02');
  expect(parseTimeCell('1402Z', context)?.time.at).toBe('2026-11-24T14:02');
});

test('TM-16 midnight passes without a word, in both directions nothing else moves', () => {
  expect(readDown(['20:15', '23:00', '00:40', '00:47'], '2025-05-12', null)).toEqual([
    '2025-05-12T20:15',
    '2025-05-12T23:00',
    '2025-05-13T00:40',
    '2025-05-13T00:47',
  ]);
  expect(readDown(['14:49', '14:43', '08:00', '21:30'], '2018-04-18', null)).toEqual([
    '2018-04-18T14:49',
    '2018-04-18T14:43',
    '2018-04-18T08:00',
    '2018-04-18T21:30',
  ]);
});

test('TM-16 midnight is that of the writer, not of UTC', () => {
  expect(readDown(['2018-02-22 16:30', '23:50', '00:10'], null, 'PST')).toEqual([
    '2018-02-23T00:30',
    '2018-02-23T07:50',
    '2018-02-23T08:10',
  ]);
});

test('TM-16 a date stays in force until another is written, also across rows that say nothing', () => {
  const cells = ['22:30 UTC (Oct 29)', '00:03 UTC (Oct 30)', '??', '05:39 UTC'];
  expect(readDown(cells, '2025-10-28', null)).toEqual([
    '2025-10-29T22:30',
    '2025-10-30T00:03',
    '??',
    '2025-10-30T05:39',
  ]);
});

test('TM-16 a flagged row hands its day on all the same', () => {
  expect(readDown(['2018-03-31 15:47 PST', '16:11 UTC'], null, null)).toEqual([
    'zone-not-in-use',
    '2018-03-31T16:11',
  ]);
});

test('TM-16 a day without a year is the nearest to the day in force', () => {
  expect(readDown(['Dec 31, 23:00', 'Jan 1, 00:20'], '2026-12-30', null)).toEqual([
    '2026-12-31T23:00',
    '2027-01-01T00:20',
  ]);
});

test("TM-9 a cell's own zone comes before that of the document, UTC too", () => {
  expect(readDown(['14:02', '14:02 UTC', '14:02 PST'], '2026-11-24', 'CET')).toEqual([
    '2026-11-24T13:02',
    '2026-11-24T14:02',
    '2026-11-24T22:02',
  ]);
});

test('TM-7 a day is not moved between zones', () => {
  expect(readDown(['2019-12-03 --:--', '2018-01-15'], null, 'PST')).toEqual(['2019-12-03', '2018-01-15']);
});

test('TM-17 a cell says whether it names its day', () => {
  const context = { carryDate: '2026-11-24', zone: null };
  expect(parseTimeCell('14:02', context)?.dated).toBe(false);
  expect(parseTimeCell('2026-11-24 14:02', context)?.dated).toBe(true);
});

test('TM-17 a cell says whether it names its zone, UTC too', () => {
  const context = { carryDate: '2026-11-24', zone: null, perhapsZone: 'CET' };
  const zoned = (text: string): boolean | undefined => parseTimeCell(text, context)?.zoned;
  expect(['14:02', '2026-11-24'].map(zoned)).toEqual([false, false]);
  const named = ['14:02 UTC', '14:02 CET', '2026-11-24 13:02 UTC (13:02)', '?? (14:02, in IST)'];
  expect(named.map(zoned)).toEqual([true, true, true, true]);
});

test('TM-17 UTC is not kept among times that may be in another zone, where it has to be said', () => {
  const cell = (perhapsZone: string | null) =>
    parseTimeCell('~14:02 UTC', { carryDate: '2026-11-24', zone: null, perhapsZone })?.time;
  expect(cell('CET')).toEqual({ ...NO_TIME, at: '2026-11-24T14:02', precision: 'about' });
  expect(cell(null)).toMatchObject({ at: '2026-11-24T14:02', asWritten: '~14:02 UTC', zone: 'UTC' });
});

test('TM-17 only what the row shows anyway is not kept', () => {
  const context = { carryDate: '2026-11-24', zone: null };
  const kept = (text: string): string | null | undefined => parseTimeCell(text, context)?.time.asWritten;
  for (const text of [
    '14:02',
    '2026-11-24 14:02',
    '2026-11-24T14:02',
    '14:05 - 14:12',
    '14:05–14:12',
    '~14:05',
    '??',
  ]) {
    expect([text, kept(text)]).toEqual([text, null]);
  }
  for (const text of [
    '2:02',
    '1:38 PM',
    '14:02 UTC',
    '10:45~',
    'ca. 10:45',
    'Nov 24, 14:02',
    '??:??',
    '14:02:',
  ]) {
    expect([text, kept(text)]).toEqual([text, text]);
  }
});

test('TM-18 the text of a cell is as short as its context allows', () => {
  const time = { ...NO_TIME, at: '2026-11-24T14:02', precision: 'exact' as const };
  expect(formatTimeCell(time, { carryDate: null, zone: null })).toBe('2026-11-24 14:02');
  expect(formatTimeCell(time, { carryDate: '2026-11-24', zone: null })).toBe('14:02');
  expect(formatTimeCell(time, { carryDate: '2026-11-23', carryClock: '23:58', zone: null })).toBe(
    '2026-11-24 14:02',
  );
  expect(
    formatTimeCell({ ...time, asWritten: '15:02 CET', zone: 'CET' }, { carryDate: null, zone: null }),
  ).toBe('2026-11-24 14:02 UTC (15:02 CET)');
  expect(formatTimeCell(NO_TIME, { carryDate: null, zone: null })).toBe('');
});

test('TM-18 every settled time of a cell is restored in any context, every other in its own', () => {
  const context = fc.record({
    carryDate: fc.option(anyDay),
    zone: fc.option(fc.constantFrom(...ZONE_WORDS)),
  });
  let cells = 0;
  fc.assert(
    fc.property(anyTimeText, context, context, (text, readIn, writtenIn) => {
      const time = parseTimeCell(text, readIn)?.time ?? NO_TIME;
      const target = time.unsettled === null ? writtenIn : readIn;
      const written = formatTimeCell(time, target);
      if (written === '') return;
      cells += 1;
      expect(parseTimeCell(written, target)?.time).toEqual(time);
    }),
    DRAWN,
  );
  expect(cells).toBeGreaterThan(800);
});

test('TM-13 a cell that is no time can be kept as one', () => {
  expect(unreadableTime(' soon ')).toEqual({ ...NO_TIME, asWritten: 'soon', unsettled: 'not-a-time' });
  expect(unreadableTime(' ')).toEqual(NO_TIME);
});

test('TM-10 a time that was written in a zone which is not known is read back with that zone', () => {
  const time = parseTimeCell('?? (13:50, in local time)', { carryDate: '2026-11-24', zone: null })?.time;
  expect(time).toMatchObject({
    at: null,
    asWritten: '13:50',
    zone: 'local time',
    unsettled: 'unknown-zone',
  });
});
