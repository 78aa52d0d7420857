import { Extension } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { pasteRulePlugin } from '../pasteRule.ts';
import { depthOf, isLineOfForm, TEXTS } from './formParts.ts';
import { oneLine } from './oneLine.ts';
import { wordsOfRows } from './wordsOfRows.ts';

/**
 * Forms and rows that are pasted into a text of a form, as their words: on one line in a text that is one.
 *
 * @returns null for every other paste
 */
export function pastedWords(state: EditorState, slice: Slice): Transaction | null {
  const words = wordsOfRows(slice);
  const { $from, $to, from, to } = state.selection;
  if (depthOf($from, TEXTS) === null || words === slice) return null;
  const isLine = $from.sameParent($to) && isLineOfForm($from.parent);
  const tr = isLine
    ? state.tr.replaceWith(from, to, oneLine(words.content, state.schema.text(' ')))
    : state.tr.replaceSelection(words);
  return tr.scrollIntoView();
}

/** Keeps forms out of each other: what goes into a row comes before this. */
export const pasteWords = Extension.create({
  name: 'pasteWords',
  addProseMirrorPlugins: () => [pasteRulePlugin('pasteWords', pastedWords)],
});
