import { Extension } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { asOneStep } from '../../rows/asOneStep.ts';
import { rowAt } from '../../rows/rowKind.ts';
import { CHECK_ITEM } from './checkKind.ts';

/**
 * Enter in an item begins the next one with what stands after the caret; at its beginning it puts an empty one
 * above, so that the item stays the same one for whoever else writes in it.
 */
export const checkKeys = Extension.create({
  name: 'checkKeys',
  priority: 1_100,
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { selection, doc } = editor.view.state;
        const at = rowAt(doc, selection.from, CHECK_ITEM);
        const inside =
          at !== null && selection.$from.sameParent(selection.$to) && selection.$from.parent === at.row;
        if (!inside || !editor.isEditable) return false;
        const end = at.position + at.row.nodeSize - 1;
        const rest = at.row.slice(selection.to - at.position - 1).content;
        asOneStep(editor, () => {
          const { tr } = editor.view.state;
          if (selection.to === at.position + 1 && at.row.childCount > 0) {
            editor.view.dispatch(tr.insert(at.position, at.row.type.create()).scrollIntoView());
            return;
          }
          tr.insert(end + 1, at.row.type.create(null, rest)).delete(selection.from, end);
          const next = tr.mapping.map(end + 1, -1);
          editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, next + 1)).scrollIntoView());
        });
        return true;
      },
    };
  },
});
