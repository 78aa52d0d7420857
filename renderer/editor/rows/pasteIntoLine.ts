import { Extension } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
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
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('pasteIntoLine'),
      props: {
        handlePaste: (view, event, slice) => {
          // Pictures are taken as files, by the image.
          const hasFiles = (event.clipboardData?.files.length ?? 0) > 0;
          const tr = view.editable && !hasFiles ? pastedIntoLine(view.state, slice) : null;
          if (tr !== null) view.dispatch(tr.setMeta('paste', true).setMeta('uiEvent', 'paste'));
          return tr !== null;
        },
      },
    }),
  ],
});
