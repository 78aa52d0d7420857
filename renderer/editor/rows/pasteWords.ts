import { Extension } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { pasteRulePlugin } from '../pasteRule.ts';
import { depthOf, TEXTS } from './formParts.ts';
import { wordsOfRows } from './wordsOfRows.ts';

/** Forms and rows that are pasted into a text of a form, as their words. @returns null for every other paste */
export function pastedWords(state: EditorState, slice: Slice): Transaction | null {
  const words = wordsOfRows(slice);
  const isInText = depthOf(state.selection.$from, TEXTS) !== null;
  return isInText && words !== slice ? state.tr.replaceSelection(words).scrollIntoView() : null;
}

/** Keeps forms out of each other: what goes into a row comes before this. */
export const pasteWords = Extension.create({
  name: 'pasteWords',
  addProseMirrorPlugins: () => [pasteRulePlugin('pasteWords', pastedWords)],
});
