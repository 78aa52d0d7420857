import { Extension } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state';
import { pasteRulePlugin } from '../pasteRule.ts';
import { depthOf, FORMS } from './formParts.ts';
import { BESIDE_ROWS } from './pasteBeside.ts';
import { holds } from './withinSlice.ts';

/**
 * Forms that are pasted into another one, with all that was selected with them: they come in below it, as what they
 * are. As words they would lose their times and owners; alone, what stood around them.
 *
 * @returns null for every other paste
 */
export function pastedBelowForm({ selection, tr }: EditorState, { content }: Slice): Transaction | null {
  const { $from } = selection;
  const depth = depthOf($from, FORMS);
  if (depth === null || !holds(content, ({ type }) => FORMS.has(type.name))) return null;
  const place = $from.after(depth);
  tr.insert(place, content);
  return tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(place)), -1)).scrollIntoView();
}

/** Keeps forms whole that are pasted into a form: rows of its own kind have come in beside its rows before this. */
export const pasteBelowForm = Extension.create({
  name: 'pasteBelowForm',
  priority: BESIDE_ROWS - 10,
  addProseMirrorPlugins: () => [pasteRulePlugin('pasteBelowForm', pastedBelowForm)],
});
