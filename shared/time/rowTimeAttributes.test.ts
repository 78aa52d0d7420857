import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTimeCell } from './parseTimeCell.ts';
import { parseTimeEntry } from './parseTimeEntry.ts';
import { NO_TIME } from './rowTime.ts';
import { attributesOfTime, timeOfAttributes, wholeTimeAttributes } from './rowTimeAttributes.ts';
import { anyContext, anyTimeText, DRAWN } from './writtenTime.testkit.ts';

const NOTHING = {
  at: null,
  until: null,
  untilUnknown: null,
  precision: null,
  asWritten: null,
  zone: null,
  unsettled: null,
};

test('TM-30 an exact time takes one attribute, an empty row none', () => {
  expect(attributesOfTime(NO_TIME)).toEqual(NOTHING);
  expect(attributesOfTime({ ...NO_TIME, at: '2026-11-24T14:02', precision: 'exact' })).toEqual({
    ...NOTHING,
    at: '2026-11-24T14:02',
  });
  expect(timeOfAttributes({})).toEqual(NO_TIME);
  expect(timeOfAttributes(NOTHING)).toEqual(NO_TIME);
});

test('DF-5 a time that a row is given has all attributes, false for nothing', () => {
  expect(wholeTimeAttributes({ ...NO_TIME, at: '2026-11-24T14:02', precision: 'exact' })).toEqual({
    at: '2026-11-24T14:02',
    until: false,
    untilUnknown: false,
    precision: false,
    asWritten: false,
    zone: false,
    unsettled: false,
  });
});

test('TM-30 every time is the same after it was stored', () => {
  fc.assert(
    fc.property(anyTimeText, anyContext, fc.constantFrom('CET', 'IST', null), (text, context, zone) => {
      const typed = parseTimeEntry(text, context);
      expect(timeOfAttributes(attributesOfTime(typed))).toEqual(typed);
      expect(timeOfAttributes(wholeTimeAttributes(typed))).toEqual(typed);
      const cell = parseTimeCell(text, { carryDate: '2026-11-24', zone })?.time ?? NO_TIME;
      expect(timeOfAttributes({ ...attributesOfTime(cell), id: 'x', keep: true })).toEqual(cell);
    }),
    DRAWN,
  );
});

test('TM-30 what no program of ours has written is read without harm, and text is kept', () => {
  expect(timeOfAttributes({ at: 'half past two' })).toEqual({
    ...NO_TIME,
    asWritten: 'half past two',
    unsettled: 'not-a-time',
  });
  expect(timeOfAttributes({ at: 7, until: {}, zone: 'CET', untilUnknown: 'yes', precision: 3 })).toEqual(
    NO_TIME,
  );
  expect(timeOfAttributes({ at: '2026-11-24', precision: 'about', untilUnknown: true }).precision).toBe(
    'day',
  );
  expect(timeOfAttributes({ asWritten: '2X:XX', unsettled: 'bored' })).toEqual({
    ...NO_TIME,
    asWritten: '2X:XX',
  });
});

test('TM-30 of two times merged into one row, the flag wins and an end before the start is left out', () => {
  const merged = { at: '2026-11-24T14:02', asWritten: '14:02 IST', zone: 'IST', unsettled: 'ambiguous-zone' };
  expect(timeOfAttributes(merged)).toEqual({
    ...NO_TIME,
    asWritten: '14:02 IST',
    zone: 'IST',
    unsettled: 'ambiguous-zone',
  });
  expect(timeOfAttributes({ at: '2026-11-24T14:02', until: '2026-11-24T13:00' }).until).toBeNull();
  expect(timeOfAttributes({ at: '2026-11-24T14:02', until: '2026-11-25' }).until).toBeNull();
  expect(
    timeOfAttributes({ at: '2026-11-24T14:02', until: '2026-11-24T15:00', untilUnknown: true }),
  ).toMatchObject({
    until: '2026-11-24T15:00',
    untilUnknown: false,
  });
});

test('TM-30 any attributes give a time that stores and reads alike', () => {
  const value = fc.oneof(
    fc.constantFrom(
      null,
      true,
      '',
      '2026-11-24',
      '2026-11-24T14:02',
      '2026-11-25T14:02:31',
      'CET',
      'about',
      'day',
      'date-unknown',
    ),
    fc.string(),
  );
  const attributes = fc.record({
    at: value,
    until: value,
    untilUnknown: value,
    precision: value,
    asWritten: value,
    zone: value,
    unsettled: value,
  });
  fc.assert(
    fc.property(attributes, (stored) => {
      const time = timeOfAttributes(stored);
      expect(timeOfAttributes(attributesOfTime(time))).toEqual(time);
    }),
    DRAWN,
  );
});
