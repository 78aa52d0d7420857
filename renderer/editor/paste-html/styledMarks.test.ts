import { expect, it } from 'vitest';
import { styledText } from './styledMarks.ts';

it('reads weight, slant and lines as word processors write them', () => {
  expect(styledText('font-weight:700; color:red').bold).toBe(true);
  expect(styledText('FONT-WEIGHT: Bold').bold).toBe(true);
  expect(styledText('font-weight:normal').bold).toBe(false);
  expect(styledText('font-weight:400').bold).toBe(false);
  expect(styledText('font-style: oblique 10deg').italic).toBe(true);
  expect(styledText('text-decoration: underline line-through').struck).toBe(true);
  expect(styledText('text-decoration-line:line-through').struck).toBe(true);
  expect(styledText('display:none').hidden).toBe(true);
});

it('takes nothing from a style that says nothing of it', () => {
  const nothing = { bold: null, italic: null, struck: false, hidden: false };
  expect(styledText('')).toEqual(nothing);
  expect(styledText('bold; color; :none')).toEqual(nothing);
});
