import type { Editor } from '@tiptap/core';
import { expect, it } from 'vitest';
import { INSERTIONS } from '../../editor/slash-menu/insertions.ts';
import { insertionLines } from './paletteLines.ts';

const editorWith = (hasFocus: boolean): Editor => ({ view: { hasFocus: () => hasFocus } }) as Editor;

it('offers to put things in while the focus is in the text', () => {
  expect(insertionLines(editorWith(true))).toHaveLength(INSERTIONS.length);
});

it('offers to put in nothing while the focus is in a fact or a cell, wherever the caret was left', () => {
  expect(insertionLines(editorWith(false))).toEqual([]);
});
