import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SEED } from '../../../../../shared/testing/seed.testkit.ts';
import { sheetCells } from './sheetCells.ts';

it('reads tab-separated lines, and lines that end as Windows ends them', () => {
  expect(sheetCells('14:02\talpha\tlog\r\n14:03\tbeta\t\r\n')).toEqual([
    ['14:02', 'alpha', 'log'],
    ['14:03', 'beta', ''],
  ]);
});

it('reads a quoted cell with a line break, a tab and a quote in it', () => {
  expect(sheetCells('14:02\t"two\nlines, a\ttab and ""words"""\n14:03\tx')).toEqual([
    ['14:02', 'two\nlines, a\ttab and "words"'],
    ['14:03', 'x'],
  ]);
});

it('leaves quotes alone that only begin a cell', () => {
  expect(sheetCells('14:02\t"quoted" word\n14:03\t"open')).toEqual([
    ['14:02', '"quoted" word'],
    ['14:03', '"open'],
  ]);
});

it('is none for text without tabs or with lines of different lengths', () => {
  expect(sheetCells('14:02 alpha\n14:03 beta')).toBeNull();
  expect(sheetCells('14:02\talpha\n14:03')).toBeNull();
});

it('reads back every range that a spreadsheet writes', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('a\tb', 'a\nb', '"', '""', '"a"', '', ' '));
  const range = fc
    .integer({ min: 2, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    );
  const written = (text: string): string => (/[\t\n\r"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  fc.assert(
    fc.property(range, (rows) => {
      const clean = rows.map((row) => row.map((text) => text.replace(/\r/g, '')));
      // A last line of nothing but empty cells cannot be told from line ends.
      const text = clean.map((row) => row.map(written).join('\t')).join('\n');
      expect(sheetCells(`${text}\n`)).toEqual(clean);
    }),
    { seed: SEED },
  );
});
