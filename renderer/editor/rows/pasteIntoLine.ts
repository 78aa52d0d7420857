import { Extension } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { pasteRulePlugin } from '../pasteRule.ts';
import { isAllLines, linesOf, oneLine } from './oneLine.ts';

/** Cells that are one line of words. */
const LINES: ReadonlySet<string> = new Set(['whyProblem', 'whyQuestion', 'checkItem']);

/**
 * What is pasted into a cell of one line stays in it, with gaps where it had line breaks. Several lines at the end of
 * a checklist's item are items of their own.
 *
 * @returns null where a paste means what it means elsewhere
 */
export function pastedIntoLine(state: EditorState, slice: Slice): Transaction | null {
  const { $from, $to, from, to } = state.selection;
  if (!LINES.has($from.parent.type.name) || !$from.sameParent($to) || !isAllLines(slice.content)) return null;
  const { parent } = $from;
  const [first, ...others] = linesOf(slice.content);
  if (first === undefined) return null;
  const { tr } = state;
  if (parent.type.name !== 'checkItem' || to < $to.end()) {
    tr.replaceWith(from, to, oneLine(slice.content, state.schema.text(' ')));
    return tr.scrollIntoView();
  }
  const items = others.map((line) => parent.type.create(null, line));
  tr.insert($to.after(), items).replaceWith(from, to, first);
  const added = items.reduce((size, item) => size + item.nodeSize, 0);
  const end = added === 0 ? from + first.size : $to.after() + first.size - (to - from) + added - 1;
  return tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView();
}

/** Keeps cells of one line whole: blocks that are pasted into them would part them. */
export const pasteIntoLine = Extension.create({
  name: 'pasteIntoLine',
  addProseMirrorPlugins: () => [pasteRulePlugin('pasteIntoLine', pastedIntoLine)],
});
