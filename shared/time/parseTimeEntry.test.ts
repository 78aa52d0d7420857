import fc from 'fast-check';
import { expect, test } from 'vitest';
import { secondsOf } from './instant.ts';
import { parseTimeEntry } from './parseTimeEntry.ts';
import { NO_TIME, type RowTime } from './rowTime.ts';
import type { TimeEntryContext } from './timeEntryContext.ts';
import { anyContext, anyInstant, anyTimeText, DRAWN } from './writtenTime.testkit.ts';

const exactly = (at: string): RowTime => ({ ...NO_TIME, at, precision: 'exact' });
const CONTEXT: TimeEntryContext = {
  now: '2026-11-24T15:30',
  above: exactly('2026-11-24T13:50'),
  firstAlert: null,
};
const entry = (text: string, context: Partial<TimeEntryContext> = {}): RowTime =>
  parseTimeEntry(text, { ...CONTEXT, ...context });

/** `at`, `/until`, `~` before for about, `/??` for an end that is not known: all that a settled time has. */
function brief(time: RowTime): string {
  if (time.unsettled !== null) return `${time.unsettled}: ${time.asWritten}`;
  const end = time.untilUnknown ? '/??' : time.until === null ? '' : `/${time.until}`;
  const original = time.asWritten === null ? '' : ` <- ${time.asWritten} [${time.zone}]`;
  return `${time.precision === 'about' ? '~' : ''}${time.at ?? '??'}${end}${original}`;
}

test.each([
  ['14:02', '2026-11-24T14:02'],
  [' 14:02 ', '2026-11-24T14:02'],
  ['9:05', '2026-11-24T09:05'],
  ['1402', '2026-11-24T14:02'],
  ['905', '2026-11-24T09:05'],
  ['14.02', '2026-11-24T14:02'],
  ['14:02:31', '2026-11-24T14:02:31'],
  ['14:02:31.987', '2026-11-24T14:02:31'],
  ['2026-11-24 14:02', '2026-11-24T14:02'],
  ['2026-11-20 14:02', '2026-11-20T14:02'],
  ['2026-11-24T14:02', '2026-11-24T14:02'],
  ['2026-11-24T14:02Z', '2026-11-24T14:02'],
  ['2026-11-24T14:02:31.123Z', '2026-11-24T14:02:31'],
  ['14:02 UTC', '2026-11-24T14:02'],
  ['14:02z', '2026-11-24T14:02'],
  ['1402Z', '2026-11-24T14:02'],
  ['1402 hrs', '2026-11-24T14:02'],
  ['14h02', '2026-11-24T14:02'],
  ['9 h 05', '2026-11-24T09:05'],
  ['14:02 Uhr', '2026-11-24T14:02'],
  ['24:00', '2026-11-25T00:00'],
  ['now', '2026-11-24T15:30'],
  ['NOW', '2026-11-24T15:30'],
])('TM-2 %j is the instant %s', (text, expected) => {
  expect(entry(text)).toEqual(exactly(expected));
});

test.each([
  ['1:38 PM', '2026-11-24T13:38'],
  ['11:39AM', '2026-11-24T11:39'],
  ['11:39 a.m.', '2026-11-24T11:39'],
  ['8 pm', '2026-11-24T20:00'],
  ['12:15 PM', '2026-11-24T12:15'],
  ['12:15 AM', '2026-11-25T00:15'],
  ['17:14pm', '2026-11-24T17:14'],
  ['8-9 PM', '2026-11-24T20:00/2026-11-24T21:00'],
  ['11:30-12:15 PM', '2026-11-24T11:30/2026-11-24T12:15'],
  ['11:30 AM - 12:15 PM', '2026-11-24T11:30/2026-11-24T12:15'],
  ['17:14am', 'not-a-time: 17:14am'],
  ['0:30 pm', 'not-a-time: 0:30 pm'],
])('TM-14 %j is %s', (text, expected) => {
  expect(brief(entry(text))).toBe(expected);
});

test.each([
  ['23:30', '2026-11-24T00:10', '2026-11-23T23:30'],
  ['00:10', '2026-11-24T23:30', '2026-11-25T00:10'],
  ['13:59', '2026-11-24T02:00', '2026-11-24T13:59'],
  ['14:01', '2026-11-24T02:00', '2026-11-23T14:01'],
  ['14:00', '2026-11-24T02:00', '2026-11-24T14:00'],
  ['00:05', '2026-12-31T23:58', '2027-01-01T00:05'],
  ['23:58', '2027-01-01T00:05', '2026-12-31T23:58'],
  ['00:05', '2024-02-28T23:58', '2024-02-29T00:05'],
  ['00:05', '2023-02-28T23:58', '2023-03-01T00:05'],
  ['00:30 CET', '2026-11-23T23:20', '2026-11-23T23:30'],
  ['23:30 PST', '2026-11-25T07:00', '2026-11-25T07:30'],
])('TM-3 %s below a row at %s is %s', (text, above, expected) => {
  expect(entry(text, { above: exactly(above) }).at).toBe(expected);
});

test('TM-3 the first row is nearest to the first alert, without one it is today in UTC', () => {
  expect(entry('00:10', { above: null, firstAlert: '2026-11-12T23:52' }).at).toBe('2026-11-13T00:10');
  expect(entry('23:59', { above: null, firstAlert: null }).at).toBe('2026-11-24T23:59');
  expect(entry('00:01', { above: null, firstAlert: null }).at).toBe('2026-11-24T00:01');
  expect(entry('00:30 CET', { above: null, firstAlert: null, now: '2026-11-24T00:10' }).at).toBe(
    '2026-11-24T23:30',
  );
  expect(entry('14:02', { above: null, firstAlert: 'soon' }).at).toBe('2026-11-24T14:02');
});

test('TM-3 below a row of which only the day is known, it is that day', () => {
  const above: RowTime = { ...NO_TIME, at: '2026-11-20', precision: 'day' };
  expect(entry('23:59', { above }).at).toBe('2026-11-20T23:59');
  expect(entry('00:01', { above }).at).toBe('2026-11-20T00:01');
  expect(entry('23:30 PST', { above }).at).toBe('2026-11-21T07:30');
});

test('TM-3 a clock without a date is never over 12 h from the row above', () => {
  fc.assert(
    fc.property(anyInstant, fc.integer({ min: 0, max: 1439 }), (above, minutes) => {
      const clock = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
      const { at } = entry(clock, { above: exactly(above) });
      expect(Math.abs(secondsOf(at ?? '') - secondsOf(above))).toBeLessThanOrEqual(12 * 3600);
    }),
    DRAWN,
  );
});

test.each([
  ['+5m', '2026-11-24T13:55'],
  ['+5', '2026-11-24T13:55'],
  ['+5 min', '2026-11-24T13:55'],
  ['+1h', '2026-11-24T14:50'],
  ['+1h30m', '2026-11-24T15:20'],
  ['+1 h 30 min', '2026-11-24T15:20'],
  ['+11h', '2026-11-25T00:50'],
  ['+2d', '2026-11-26T13:50'],
  ['-5m', '2026-11-24T13:45'],
])('TM-4 %s is counted from the row above', (text, expected) => {
  expect(entry(text)).toEqual(exactly(expected));
});

test('TM-4 what is counted from an about time is about, from seconds it keeps them', () => {
  expect(entry('+5m', { above: { ...exactly('2026-11-24T13:50'), precision: 'about' } }).precision).toBe(
    'about',
  );
  expect(entry('+5m', { above: exactly('2026-11-24T23:58:31') }).at).toBe('2026-11-25T00:03:31');
});

test('TM-4 without a row above it is counted from the first alert, without either it stays as typed', () => {
  expect(entry('+5m', { above: null, firstAlert: '2026-11-12T23:58' })).toEqual(exactly('2026-11-13T00:03'));
  expect(brief(entry('+5m', { above: null }))).toBe('date-unknown: +5m');
  const above: RowTime = { ...NO_TIME, at: '2026-11-20', precision: 'day' };
  expect(brief(entry('+5m', { above, firstAlert: '2026-11-12T23:58' }))).toBe('date-unknown: +5m');
});

test.each([
  '~14:05',
  '14:05~',
  '~ 14:05',
  '≈14:05',
  'ca. 14:05',
  'ca 14:05',
  'c. 14:05',
  'circa 14:05',
  'about 14:05',
  'around 14:05',
  'approx. 14:05',
  '14:05?',
  '14:05ish',
  '~1405',
  '2026-11-24 ~14:05',
  '~2026-11-24 14:05',
])('TM-5 %s is about 14:05', (text) => {
  expect(entry(text)).toEqual({ ...exactly('2026-11-24T14:05'), precision: 'about' });
});

test.each([
  ['14:05-14:12', '2026-11-24T14:05/2026-11-24T14:12'],
  ['14:05 – 14:12', '2026-11-24T14:05/2026-11-24T14:12'],
  ['14:05 to 14:12', '2026-11-24T14:05/2026-11-24T14:12'],
  ['14:05~14:12', '2026-11-24T14:05/2026-11-24T14:12'],
  ['1405-1412', '2026-11-24T14:05/2026-11-24T14:12'],
  ['~13:30-13:45', '~2026-11-24T13:30/2026-11-24T13:45'],
  ['13:30-~13:45', '~2026-11-24T13:30/2026-11-24T13:45 <- 13:30-~13:45 [null]'],
  ['13:30 - 13:45ish', '~2026-11-24T13:30/2026-11-24T13:45 <- 13:30 - 13:45ish [null]'],
  ['~13:30-~13:45', '~2026-11-24T13:30/2026-11-24T13:45'],
  ['23:50-00:10', '2026-11-24T23:50/2026-11-25T00:10'],
  ['2026-12-31 23:50–00:10', '2026-12-31T23:50/2027-01-01T00:10'],
  ['2026-11-24 23:50 - 2026-11-26 00:10', '2026-11-24T23:50/2026-11-26T00:10'],
  ['2026-11-24 14:05 - 2026-11-23 14:12', 'not-a-time: 2026-11-24 14:05 - 2026-11-23 14:12'],
  ['12:26-??', '2026-11-24T12:26/??'],
  ['12:26 – ??', '2026-11-24T12:26/??'],
  ['00:12–??', '2026-11-25T00:12/??'],
  ['12:26-??:??', '2026-11-24T12:26/??'],
  ['12:26-12:??', '2026-11-24T12:26/?? <- 12:26-12:?? [null]'],
  ['14:02 UTC - 14:10 UTC', '2026-11-24T14:02/2026-11-24T14:10'],
  ['14:02-14:10 CET', '2026-11-24T13:02/2026-11-24T13:10 <- 14:02-14:10 CET [CET]'],
  ['00:50-01:10 CET', '2026-11-24T23:50/2026-11-25T00:10 <- 00:50-01:10 CET [CET]'],
  ['14:02 PST - 14:10 CET', 'not-a-time: 14:02 PST - 14:10 CET'],
])('TM-6 %j is the range %s', (text, expected) => {
  expect(brief(entry(text))).toBe(expected);
});

test.each(['', '  ', '??', '?', '??:??', 'HH:mm', 'HH:MM', '--:--', 'xx:xx', '__:__'])(
  'TM-7 %j is no time, and nothing has to be kept of it',
  (text) => {
    expect(entry(text)).toEqual(NO_TIME);
  },
);

test.each([
  ['2026-11-24', '2026-11-24'],
  ['2026-11-24 ??', '2026-11-24'],
  ['2026-11-24 ??:??', '2026-11-24'],
  ['2020-12-21 HH:mm', '2020-12-21'],
  ['2019-12-03 --:--', '2019-12-03'],
  ['24 November 2026', '2026-11-24'],
  ['2026-11-24 to 2026-11-26', '2026-11-24/2026-11-26'],
])('TM-7 of %j only the day is known', (text, expected) => {
  const time = entry(text);
  expect([time.precision, brief(time)]).toEqual(['day', expected]);
});

test.each([
  ['2X:XX (not sure exact time)', '?? <- 2X:XX (not sure exact time) [null]'],
  ['??-14:12', '?? <- ??-14:12 [null]'],
  ['22:52 (maybe earlier?)', '~2026-11-24T22:52 <- 22:52 (maybe earlier?) [null]'],
  ['~2026-11-20', '2026-11-20 <- ~2026-11-20 [null]'],
  ['14:02 (Slack)', '2026-11-24T14:02 <- 14:02 (Slack) [null]'],
  ['14:02 UTC (15:02 CET)', '2026-11-24T14:02 <- 14:02 UTC (15:02 CET) [UTC]'],
])('TM-13 the words of %j that the row cannot show are kept', (text, expected) => {
  expect(brief(entry(text))).toBe(expected);
});

test.each([
  ['14:02 CET', '2026-11-24T13:02', 'CET'],
  ['14:02 cet', '2026-11-24T13:02', 'cet'],
  ['14:02 (CET)', '2026-11-24T13:02', 'CET'],
  ['14:02 in CET', '2026-11-24T13:02', 'CET'],
  ['14:02 CET (GMT+1)', '2026-11-24T13:02', 'CET (GMT+1)'],
  ['2018-07-08 18:30 CEST (UTC+2)', '2018-07-08T16:30', 'CEST (UTC+2)'],
  ['9:02 AM EST', '2026-11-24T14:02', 'EST'],
  ['14:02 UTC+1', '2026-11-24T13:02', 'UTC+1'],
  ['14:02 GMT+1', '2026-11-24T13:02', 'GMT+1'],
  ['14:02 UTC +01:00', '2026-11-24T13:02', 'UTC +01:00'],
  ['14:02 GMT', '2026-11-24T14:02', 'GMT'],
  ['09:02-05:00', '2026-11-24T14:02', '-05:00'],
  ['09:02 -05:00', '2026-11-24T14:02', '-05:00'],
  ['09:02−05:00', '2026-11-24T14:02', '−05:00'],
  ['09:02+05:30', '2026-11-24T03:32', '+05:30'],
  ['20:02:31 -0500', '2026-11-25T01:02:31', '-0500'],
  ['2026-11-24T20:02-05:00', '2026-11-25T01:02', '-05:00'],
  ['2026-11-24T14:02:31.987654321+02:00', '2026-11-24T12:02:31', '+02:00'],
  ['14:02 Europe/Oslo', '2026-11-24T13:02', 'Europe/Oslo'],
  ['14:02 IST (UTC+5:30)', '2026-11-24T08:32', 'IST (UTC+5:30)'],
])('TM-9 %j is converted to %s and the original kept', (text, at, zone) => {
  expect(entry(text)).toEqual({ ...exactly(at), asWritten: text, zone });
});

test.each([
  ['14:02 IST', 'ambiguous-zone', 'IST'],
  ['14:02 BST', 'ambiguous-zone', 'BST'],
  ['2026-11-24 14:02 CST', 'ambiguous-zone', 'CST'],
  ['2026-10-25 02:30 Europe/Oslo', 'ambiguous-zone', 'Europe/Oslo'],
  ['14:02 XYZ', 'unknown-zone', 'XYZ'],
  ['2026-07-03 14:02 CET', 'zone-not-in-use', 'CET'],
  ['14:02 CEST', 'zone-not-in-use', 'CEST'],
  ['2018-03-31 15:47 PST', 'zone-not-in-use', 'PST'],
  ['14:02 PST (UTC-7)', 'zone-contradicts-offset', 'PST (UTC-7)'],
  ['20:02-05:00', 'range-or-offset', null],
  ['2022-02-?? ??:??', 'date-unknown', null],
  ['2021/22-??-?? HH:mm', 'date-unknown', null],
  ['2022-05-?? HH:mm', 'date-unknown', null],
  ['20202-01-16 12:00', 'date-unknown', null],
  ['2026-02-29 14:02', 'date-unknown', null],
  ['2026-13-01', 'date-unknown', null],
  ['11/12/2026 14:02', 'date-unknown', null],
  ['Mon 24 Nov 2026 14:02', 'date-unknown', null],
  ['25:00', 'not-a-time', null],
  ['14:60', 'not-a-time', null],
  ['2360', 'not-a-time', null],
  ['14:02:60', 'not-a-time', null],
  ['hello', 'not-a-time', null],
  ['5 minutes later', 'not-a-time', null],
  ['14:02 and then', 'not-a-time', null],
])('TM-13 %j stays as typed: %s', (text, unsettled, zone) => {
  expect(entry(text)).toEqual({ ...NO_TIME, asWritten: text, unsettled, zone });
});

test('TM-11 a zone is tested on the day that the time takes from the row above', () => {
  expect(entry('14:02 CET', { above: exactly('2026-07-03T12:00') }).unsettled).toBe('zone-not-in-use');
  expect(entry('14:02 CEST', { above: exactly('2026-07-03T12:00') }).at).toBe('2026-07-03T12:02');
});

test.each([
  ['Nov 24, 14:02', '2026-11-24T14:02'],
  ['Nov 24 2026 14:02', '2026-11-24T14:02'],
  ['Nov 24, 2026, 2:02 PM', '2026-11-24T14:02'],
  ['Nov. 24th at 14:02', '2026-11-24T14:02'],
  ['24 Nov 14:02', '2026-11-24T14:02'],
  ['24th of November 2026 14:02', '2026-11-24T14:02'],
  ['24. November, 14:02', '2026-11-24T14:02'],
  ['Tuesday 24 November 2026 14:02', '2026-11-24T14:02'],
  ['Tue, 24 Nov 2026 14:02 UTC', '2026-11-24T14:02'],
  ['14:02, Nov 24', '2026-11-24T14:02'],
  ['14:02 on 2026-11-24', '2026-11-24T14:02'],
  ['00:03 UTC (Oct 30)', '2026-10-30T00:03'],
  ['24.11.2026 14:02', '2026-11-24T14:02'],
  ['24/11/2026 14:02', '2026-11-24T14:02'],
  ['2026/11/24 14:02', '2026-11-24T14:02'],
  ['2026-11-24 - 14:02', '2026-11-24T14:02'],
  ['2024-02-29 14:02', '2024-02-29T14:02'],
])('TM-15 %j has the day of %s', (text, expected) => {
  expect(entry(text)).toEqual(exactly(expected));
});

test('TM-15 a day without a year is the nearest one that is not in the future', () => {
  expect(entry('19. April, 11:00').at).toBe('2026-04-19T11:00');
  expect(entry('Dec 31, 23:00', { above: exactly('2027-01-01T00:20'), now: '2027-01-01T01:00' }).at).toBe(
    '2026-12-31T23:00',
  );
  expect(entry('Jan 1, 00:20', { above: exactly('2026-12-31T23:00'), now: '2027-01-01T01:00' }).at).toBe(
    '2027-01-01T00:20',
  );
  expect(entry('Feb 29, 11:00').at).toBe('2024-02-29T11:00');
  expect(entry('Feb 30, 11:00').unsettled).toBe('date-unknown');
});

test('TM-15 a clock that is years slow does not move a day away from the row above', () => {
  expect(entry('Nov 25, 00:10', { now: '2020-01-01T00:00' }).at).toBe('2026-11-25T00:10');
});

test('TM-13 whatever is typed, it is settled, or a blank or placeholder, or kept to the letter', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyTimeText, fc.string({ unit: 'grapheme' }), fc.string()),
      anyContext,
      (text, context) => {
        const time = parseTimeEntry(text, context);
        if (time.unsettled !== null) {
          expect(time).toEqual({
            ...NO_TIME,
            asWritten: text.trim(),
            zone: time.zone,
            unsettled: time.unsettled,
          });
        } else if (time.at === null && time.asWritten === null) {
          expect(text).toMatch(
            /^\s*(?:~|ca\. |around )?(?:[?\-_:]*|hh:mm(?::ss)?|xx:xx)[~?]?\s*(?:in )?(?:utc|z)?\s*$/i,
          );
        }
      },
    ),
    DRAWN,
  );
});

test('TM-13 very long text is kept and not searched', () => {
  const text = `${'('.repeat(50_000)}14:02${' '.repeat(50_000)}x`;
  expect(entry(text)).toEqual({ ...NO_TIME, asWritten: text, unsettled: 'not-a-time' });
});

test('TM-31 a remark about the day is only followed where it is the nearest', () => {
  const above = exactly('2026-11-24T23:00');
  expect(brief(entry('01:00 (next day)', { above }))).toBe('2026-11-25T01:00 <- 01:00 (next day) [null]');
  expect(brief(entry('14:00 (next day)'))).toBe('date-unknown: 14:00 (next day)');
  expect(brief(entry('01:00 (+1)', { above: null }))).toBe('date-unknown: 01:00 (+1)');
});
