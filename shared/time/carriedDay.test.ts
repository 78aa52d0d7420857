import { expect, test } from 'vitest';
import { parseTimeCell, type TimeCellContext } from './parseTimeCell.ts';

/** What cells become that are read one below the other, as an importer does. */
function readDown(
  cells: readonly string[],
  start: Partial<TimeCellContext> = { carryDate: '2024-06-01' },
): readonly string[] {
  let context: TimeCellContext = { carryDate: null, zone: null, ...start };
  return cells.map((text) => {
    const cell = parseTimeCell(text, context);
    if (cell === null) return 'no time';
    context = { ...context, ...cell };
    return cell.time.unsettled ?? cell.time.at ?? '??';
  });
}

test.each([
  [
    ['2024-06-01 17:35 JST', '01:40 PDT'],
    ['2024-06-01T08:35', '2024-06-01T08:40'],
  ],
  [
    ['2024-06-01 02:10 UTC', '19:20 PDT', '02:30 UTC'],
    ['2024-06-01T02:10', '2024-06-01T02:20', '2024-06-01T02:30'],
  ],
  [
    ['09:00 JST', '17:05 PDT', '09:10 JST', '00:20'],
    ['2024-06-01T00:00', '2024-06-01T00:05', '2024-06-01T00:10', '2024-06-01T00:20'],
  ],
  [
    ['23:50 CEST', '21:55 UTC', '00:05 CEST', '22:10 UTC'],
    ['2024-06-01T21:50', '2024-06-01T21:55', '2024-06-01T22:05', '2024-06-01T22:10'],
  ],
  [
    ['22:00 UTC', '01:00 CEST (next day)', '23:10 UTC'],
    ['2024-06-01T22:00', '2024-06-01T23:00', '2024-06-01T23:10'],
  ],
  [
    ['00:10 UTC', '01:50 CEST'],
    ['2024-06-01T00:10', '2024-05-31T23:50'],
  ],
  [
    ['10:00 CEST', '22:00 WEST', '07:00 CEST'],
    ['2024-06-01T08:00', '2024-06-01T21:00', '2024-06-02T05:00'],
  ],
  [
    ['23:00 ET', '20:05 PT', '23:10 ET'],
    ['2024-06-02T03:00', '2024-06-02T03:05', '2024-06-02T03:10'],
  ],
])('TM-16 below a cell of another zone the instants are compared: %j', (cells, times) => {
  expect(readDown(cells)).toEqual(times);
});

test.each([
  ['09:00 JST', '06:00 PDT'],
  ['02:10 UTC', '10:00 PDT'],
])('TM-16 a clock that may be on either day is not guessed: %j, %j', (...cells) => {
  expect(readDown(cells).at(-1)).toBe('date-unknown');
});

test.each([
  ['11:00 IST', '11:05 UTC', '2024-06-01T11:05'],
  ['11:00 XYZT', '11:05 UTC', '2024-06-01T11:05'],
  ['01:30 IST', '20:05 UTC', 'date-unknown'],
])('TM-16 a zone above that is not certain counts as each that it may be: %s, %s', (above, text, time) => {
  expect(readDown([above, text]).at(-1)).toBe(time);
});

test('TM-16 a clock without a zone above may be in the one that is named beside', () => {
  const perhaps = { carryDate: '2024-06-01', perhapsZone: 'PDT' };
  expect(readDown(['10:00', '10:05 PDT'], perhaps).at(-1)).toBe('2024-06-01T17:05');
  expect(readDown(['03:00', '20:05 PDT'], perhaps).at(-1)).toBe('date-unknown');
  expect(readDown(['20:00 PDT', '20:05', '20:10 PDT'], perhaps).at(-1)).toBe('2024-06-02T03:10');
});
