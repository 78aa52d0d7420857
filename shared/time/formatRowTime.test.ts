import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatClock, formatDay, formatDayInProse, formatInstant } from './formatInstant.ts';
import { formatRowTime, formatRowTimeAlone } from './formatRowTime.ts';
import { parseTimeCell } from './parseTimeCell.ts';
import { parseTimeEntry } from './parseTimeEntry.ts';
import { NO_TIME } from './rowTime.ts';
import type { TimeEntryContext } from './timeEntryContext.ts';
import { anyContext, anyTimeText, DRAWN } from './writtenTime.testkit.ts';

const CONTEXT: TimeEntryContext = { now: '2026-11-13T15:30', above: null, firstAlert: '2026-11-12T23:52' };

/** The segments with a mark around the uncertain ones. */
const marked = (text: string): string =>
  formatRowTime(parseTimeEntry(text, CONTEXT))
    .segments.map(({ text: words, uncertain }) => (uncertain === null ? words : `{${words}: ${uncertain}}`))
    .join('');

test.each([
  ['2352', '23:52'],
  ['23:52:07', '23:52:07'],
  ['~00:05', '{~: about}00:05'],
  ['00:12-??', '00:12–{??: end unknown}'],
  ['~00:12-??', '{~: about}00:12–{??: end unknown}'],
  ['00:12 - 00:15', '00:12–00:15'],
  ['23:52 - 00:15', '23:52–00:15'],
  ['2026-11-12 23:52 - 2026-11-14 00:15', '23:52–2026-11-14 00:15'],
  ['00:12 CET', '23:12'],
  ['2026-11-12', '{??:??: time unknown}'],
  ['2026-11-12 to 2026-11-14', '{??:??: time unknown}–2026-11-14'],
  ['', '{??: time unknown}'],
  ['2X:XX', '{2X:XX: time unknown}'],
  ['14:02 IST', '{14:02 IST: not settled}'],
  ['soon', '{soon: not settled}'],
])('TM-20 the entry %j is shown as %s', (text, shown) => {
  expect(marked(text)).toBe(shown);
});

test('TM-20 the text is that of the segments together', () => {
  fc.assert(
    fc.property(anyTimeText, anyContext, (text, context) => {
      const { text: shown, segments } = formatRowTime(parseTimeEntry(text, context));
      expect(segments.map((segment) => segment.text).join('')).toBe(shown);
      expect(shown).not.toBe('');
    }),
    DRAWN,
  );
});

test.each([
  ['00:12 CET', '00:12 CET'],
  ['09:52-05:00', '09:52-05:00'],
  ['22:52 (maybe earlier?)', '22:52 (maybe earlier?)'],
  ['12:26-12:??', '12:26-12:??'],
  ['1:38 PM', null],
  ['00:12 UTC', null],
  ['14:02 IST', null],
  ['2X:XX', null],
])('TM-20 beside %j stands %j', (text, original) => {
  expect(formatRowTime(parseTimeEntry(text, CONTEXT)).original).toBe(original);
});

test('TM-20 the original names its zone where that stood elsewhere, and words of the same time are not repeated', () => {
  const cell = (text: string, zone: string | null): string | null =>
    formatRowTime(parseTimeCell(text, { carryDate: '2026-11-12', zone })?.time ?? NO_TIME).original;
  expect(cell('13:50', 'CET')).toBe('13:50 CET');
  expect(cell('13:50 CET', 'CET')).toBe('13:50 CET');
  expect(cell('1:50 PM', null)).toBeNull();
  expect(cell('13:50 UTC', null)).toBeNull();
  expect(cell('2020-12-21 HH:mm', null)).toBeNull();
});

test('a time that stands alone has its day', () => {
  expect(formatRowTimeAlone(parseTimeEntry('~00:05', CONTEXT))).toBe('2026-11-13 ~00:05');
  expect(formatRowTimeAlone(parseTimeEntry('14:02 IST', CONTEXT))).toBe('14:02 IST');
  expect(formatRowTimeAlone(NO_TIME)).toBe('??');
});

test('instants and days are written as the product words them', () => {
  expect(formatInstant('2026-11-12T23:52')).toBe('2026-11-12 23:52');
  expect(formatClock('2026-11-12T23:52')).toBe('23:52');
  expect(formatDay('2026-11-12T23:52')).toBe('Thursday 12 November 2026');
  expect(formatDay('2024-02-29')).toBe('Thursday 29 February 2024');
  expect(formatDayInProse('2026-11-01')).toBe('1 November');
});
