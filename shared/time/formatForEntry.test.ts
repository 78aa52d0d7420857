import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatForEntry } from './formatForEntry.ts';
import { parseTimeCell } from './parseTimeCell.ts';
import { parseTimeEntry } from './parseTimeEntry.ts';
import { NO_TIME, type RowTime } from './rowTime.ts';
import type { TimeEntryContext } from './timeEntryContext.ts';
import { anyContext, anyDay, anyTimeText, DRAWN, ZONE_WORDS } from './writtenTime.testkit.ts';

const CONTEXT: TimeEntryContext = { now: '2026-11-24T15:30', above: null, firstAlert: '2026-11-24T13:50' };

test.each([
  ['14:02', '14:02'],
  ['1402', '14:02'],
  ['2026-11-24 14:02', '14:02'],
  ['2026-11-20 14:02', '2026-11-20 14:02'],
  ['~14:05', '~14:05'],
  ['14:05-14:12', '14:05–14:12'],
  ['12:26-??', '12:26–??'],
  ['23:50 - 00:10', '23:50–00:10'],
  ['2026-11-24 23:50 - 2026-11-26 00:10', '23:50–2026-11-26 00:10'],
  ['2026-11-24 14:02 - 2026-11-25 14:02', '14:02–2026-11-25 14:02'],
  ['2026-11-24 14:02 - 2026-11-25 14:01', '14:02–14:01'],
  ['2026-11-20', '2026-11-20'],
  ['2026-11-20 to 2026-11-22', '2026-11-20–2026-11-22'],
  ['??', ''],
  ['14:02 CET', '14:02 CET'],
  ['2026-07-20 14:02 CEST', '2026-07-20 14:02 CEST'],
  ['14:02 IST', '14:02 IST'],
  ['12:26-12:??', '12:26-12:??'],
  ['2X:XX (not sure)', '2X:XX (not sure)'],
  ['the morning', 'the morning'],
])('TM-19 the time cell of %j opens with %j', (typed, shown) => {
  expect(formatForEntry(parseTimeEntry(typed, CONTEXT), CONTEXT)).toBe(shown);
});

test('TM-19 what was written in another zone opens whole where its day does not go without saying', () => {
  const time = parseTimeEntry('14:02 CET', CONTEXT);
  const later: TimeEntryContext = { ...CONTEXT, firstAlert: '2027-01-05T08:00' };
  expect(formatForEntry(time, later)).toBe('2026-11-24 13:02 UTC (14:02 CET)');
  expect(parseTimeEntry('2026-11-24 13:02 UTC (14:02 CET)', later)).toEqual(time);
});

test('TM-19 a zone that stood apart from the time stays apart', () => {
  const cell = parseTimeCell('2020-01-20 13:50', { carryDate: null, zone: 'CET' });
  const shown = formatForEntry(cell?.time ?? NO_TIME, CONTEXT);
  expect(shown).toBe('2020-01-20 12:50 UTC (2020-01-20 13:50, in CET)');
  expect(parseTimeEntry(shown, CONTEXT)).toEqual(cell?.time);
  const flagged = parseTimeCell('2018-07-30 ca. 11:20', { carryDate: null, zone: 'PST (UTC-7)' });
  const shownFlagged = formatForEntry(flagged?.time ?? NO_TIME, CONTEXT);
  expect(shownFlagged).toBe('?? (2018-07-30 ca. 11:20, in PST (UTC-7))');
  expect(parseTimeEntry(shownFlagged, CONTEXT)).toEqual(flagged?.time);
});

test('TM-19 every settled time that can be typed is restored in any context, every other in its own', () => {
  let settled = 0;
  let flagged = 0;
  fc.assert(
    fc.property(anyTimeText, anyContext, anyContext, (text, typedIn, openedIn) => {
      const time = parseTimeEntry(text, typedIn);
      const context = time.unsettled === null ? openedIn : typedIn;
      if (time.unsettled === null) settled += 1;
      else flagged += 1;
      expect(parseTimeEntry(formatForEntry(time, context), context)).toEqual(time);
    }),
    DRAWN,
  );
  expect(settled).toBeGreaterThan(400);
  expect(flagged).toBeGreaterThan(100);
});

test('TM-19 every settled time of an imported cell is restored in any context', () => {
  let cells = 0;
  fc.assert(
    fc.property(
      anyTimeText,
      fc.option(anyDay),
      fc.option(fc.constantFrom(...ZONE_WORDS)),
      anyContext,
      (text, carryDate, zone, context) => {
        const time: RowTime | null = parseTimeCell(text, { carryDate, zone })?.time ?? null;
        if (time === null || time.unsettled !== null) return;
        cells += 1;
        expect(parseTimeEntry(formatForEntry(time, context), context)).toEqual(time);
      },
    ),
    DRAWN,
  );
  expect(cells).toBeGreaterThan(400);
});
