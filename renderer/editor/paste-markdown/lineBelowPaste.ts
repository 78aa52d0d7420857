import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';

/**
 * Goes on below what was pasted at the end of a section: after a table or a rule the caret would stand in the next
 * heading, and what is typed then would be in the name of a section.
 */
export const lineBelowPaste = Extension.create({
  name: 'lineBelowPaste',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('lineBelowPaste'),
      appendTransaction: (trs, _, state) =>
        trs.some((tr) => tr.docChanged && tr.getMeta('paste') === true) ? newLineBelow(state) : null,
    }),
  ],
});

/** @returns null where the caret is not at the start of a heading that follows something without lines */
export function newLineBelow(state: EditorState): Transaction | null {
  const { $from, empty } = state.selection;
  const { paragraph } = state.schema.nodes;
  if (!empty || $from.depth !== 1 || $from.parentOffset > 0 || $from.parent.type.name !== 'heading')
    return null;
  const above = state.doc.resolve($from.before()).nodeBefore;
  if (above === null || above.isTextblock || paragraph === undefined) return null;
  const tr = state.tr.insert($from.before(), paragraph.create());
  return tr.setSelection(TextSelection.create(tr.doc, $from.pos));
}
