import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type OutOfOrderRow, outOfOrderRows, outOfOrderWords } from './outOfOrderRows.ts';
import { compareRowTimes } from './rowOrder.ts';
import { NO_TIME, type RowTime, unsettledTime } from './rowTime.ts';
import { DRAWN } from './writtenTime.testkit.ts';

interface Row {
  readonly time: RowTime;
  readonly keep: boolean;
}

/** `14:02`, `14:02:31`, `day` (24 November), `??`, `IST` for an unsettled one; `!` after it: keep here. */
function row(text: string): Row {
  const words = text.replace('!', '');
  const keep = text.endsWith('!');
  if (words === '??') return { time: NO_TIME, keep };
  if (words === 'IST') return { time: unsettledTime('14:02 IST', 'ambiguous-zone', 'IST'), keep };
  if (words === 'day') return { time: { ...NO_TIME, at: '2026-11-24', precision: 'day' }, keep };
  return { time: { ...NO_TIME, at: `2026-11-24T${words}`, precision: 'exact' }, keep };
}

const flags = (...rows: readonly string[]): readonly OutOfOrderRow[] => outOfOrderRows(rows.map(row));

test('TM-22 rows in order, and equal ones, are not flagged', () => {
  expect(flags('14:02', '14:02', '14:05')).toEqual([]);
  expect(flags()).toEqual([]);
  expect(flags('14:02')).toEqual([]);
});

test('TM-22 of two rows that disagree the lower one is flagged, with the rows to move up', () => {
  expect(flags('00:26', '00:34', '00:31', '00:41')).toEqual([{ index: 2, up: 1 }]);
  expect(flags('00:34', '00:31')).toEqual([{ index: 1, up: 1 }]);
  expect(flags('00:10', '00:20', '00:30', '00:05')).toEqual([{ index: 3, up: 3 }]);
});

test('TM-22 one row that is too high is flagged itself, not all rows below it', () => {
  expect(flags('14:00', '23:00', '14:10', '14:20', '14:30')).toEqual([{ index: 1, up: -3 }]);
});

test('TM-22 rows of the corpus that are out of order are found', () => {
  expect(flags('09:15', '11:45', '15:50', '14:30', '16:29')).toEqual([{ index: 3, up: 1 }]);
  expect(flags('14:29', '14:49', '14:43', '14:55')).toEqual([{ index: 2, up: 1 }]);
});

test('TM-22 rows without a usable time are skipped, and counted as rows to move over', () => {
  expect(flags('00:34', '??', 'IST', '00:31')).toEqual([{ index: 3, up: 3 }]);
  expect(flags('??', 'IST', '??')).toEqual([]);
});

test('TM-22 a row whose place is meant is neither flagged nor compared with', () => {
  expect(flags('00:34', '00:31!')).toEqual([]);
  expect(flags('00:34!', '00:31')).toEqual([]);
  expect(flags('00:34', '00:10!', '00:31')).toEqual([{ index: 2, up: 2 }]);
});

test('TM-22 a day is neither before nor after the times on it', () => {
  expect(flags('12:00', 'day', '14:40', 'day', '15:00')).toEqual([]);
  expect(flags('15:40', 'day', '14:00')).toEqual([{ index: 2, up: 2 }]);
});

test('TM-22 a minute is neither before nor after the seconds in it', () => {
  expect(flags('14:02:31', '14:02')).toEqual([]);
  expect(flags('14:02:31', '14:02:10')).toEqual([{ index: 1, up: 1 }]);
  expect(flags('14:02:31', '14:01')).toEqual([{ index: 1, up: 1 }]);
});

test('TM-22 comparing says before, after, or neither', () => {
  const compare = (one: string, two: string): number => compareRowTimes(row(one).time, row(two).time);
  expect(compare('14:02', '14:03')).toBe(-1);
  expect(compare('14:03', '14:02')).toBe(1);
  expect(compare('14:02', '14:02')).toBe(0);
  expect(compare('day', '14:02')).toBe(0);
  expect(compare('??', '14:02')).toBe(0);
  expect(compareRowTimes({ ...NO_TIME, at: '2026-11-23', precision: 'day' }, row('00:00').time)).toBe(-1);
});

const anyRow: fc.Arbitrary<Row> = fc
  .tuple(
    fc.constantFrom('10:00', '10:01', '10:01:30', '10:02', '10:03', '10:04', '10:05', 'day', '??', 'IST'),
    fc.constantFrom('', '', '', '!'),
  )
  .map(([text, keep]) => row(`${text}${keep}`));

/** Whether no row that counts is certainly after one below it. */
function inOrder(rows: readonly Row[]): boolean {
  const counted = rows.filter(({ keep }) => !keep);
  return counted.every((one, index) =>
    counted.slice(index + 1).every((two) => compareRowTimes(one.time, two.time) <= 0),
  );
}

function fewestToMove(rows: readonly Row[]): number {
  let fewest = rows.length;
  for (let chosen = 0; chosen < 2 ** rows.length; chosen += 1) {
    const left = rows.filter((_, index) => (chosen & (2 ** index)) === 0);
    if (inOrder(left)) fewest = Math.min(fewest, rows.length - left.length);
  }
  return fewest;
}

test('TM-22 as few rows as can be are flagged', () => {
  let disorderly = 0;
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 8 }), (rows) => {
      const found = outOfOrderRows(rows);
      disorderly += found.length > 0 ? 1 : 0;
      expect(found.length).toBe(fewestToMove(rows));
      expect(inOrder(rows.filter((_, index) => !found.some((flag) => flag.index === index)))).toBe(true);
    }),
    DRAWN,
  );
  expect(disorderly).toBeGreaterThan(400);
});

test('TM-22 each click on the fix leaves one flag fewer, until all is in order', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 30 }), fc.nat(), (rows, pick) => {
      let present = rows;
      for (let flagged = outOfOrderRows(present); flagged.length > 0; flagged = outOfOrderRows(present)) {
        const flag = flagged[pick % flagged.length];
        if (flag === undefined) throw new Error('unreachable');
        expect(flag.up).not.toBe(0);
        const moving = present[flag.index];
        const others = present.filter((_, index) => index !== flag.index);
        present = [
          ...others.slice(0, flag.index - flag.up),
          ...(moving ? [moving] : []),
          ...others.slice(flag.index - flag.up),
        ];
        expect(present.length).toBe(rows.length);
        expect(outOfOrderRows(present).length).toBe(flagged.length - 1);
      }
      expect(inOrder(present)).toBe(true);
    }),
    DRAWN,
  );
});

test('TM-22 a whole day of rows, also upside down, is looked through', () => {
  const clock = (minute: number): string =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const forward = Array.from({ length: 1440 }, (_, minute) => row(clock(minute)));
  expect(outOfOrderRows(forward)).toEqual([]);
  expect(outOfOrderRows([...forward].reverse()).length).toBe(1439);
  expect(outOfOrderRows(Array.from({ length: 2000 }, () => row('day')))).toEqual([]);
});

test('the flag and its fix are worded', () => {
  expect(outOfOrderWords(1)).toEqual({ flag: 'Comes before the row above', fix: 'Move up one row' });
  expect(outOfOrderWords(3)).toEqual({ flag: 'Comes before rows above', fix: 'Move up 3 rows' });
  expect(outOfOrderWords(-1)).toEqual({ flag: 'Comes after the row below', fix: 'Move down one row' });
  expect(outOfOrderWords(-2)).toEqual({ flag: 'Comes after rows below', fix: 'Move down 2 rows' });
});
