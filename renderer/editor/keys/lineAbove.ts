import { Extension } from '@tiptap/core';
import type { EditorState, Transaction } from '@tiptap/pm/state';

/** Those of their items are begun by Enter, not paragraphs. */
const ITEMS: ReadonlySet<string> = new Set(['listItem', 'taskItem']);

/**
 * Enter at the very beginning of a block puts an empty line above it. To split it there, as ProseMirror does,
 * looks the same, but in the shared document it takes the text out of its block and into a new one, and what
 * somebody else types into it meanwhile stays behind, or is gone when the block is a heading.
 *
 * @returns null where Enter means something else
 */
export function withLineAbove(state: EditorState): Transaction | null {
  const { $from, empty } = state.selection;
  const { parent } = $from;
  if (!empty || $from.parentOffset > 0 || !parent.isTextblock || parent.childCount === 0) return null;
  const { paragraph } = state.schema.nodes;
  if (paragraph === undefined || parent.type.spec.code === true) return null;
  const beginsItem = ITEMS.has($from.node(-1)?.type.name ?? '') && $from.index(-1) === 0;
  const depth = beginsItem ? $from.depth - 1 : $from.depth;
  if (depth === 0) return null;
  const above = beginsItem
    ? $from.node(depth).type.create({ ...$from.node(depth).attrs, checked: false }, paragraph.create())
    : paragraph.create();
  const index = $from.index(depth - 1);
  if (!$from.node(depth - 1).canReplaceWith(index, index, above.type)) return null;
  return state.tr.insert($from.before(depth), above).scrollIntoView();
}

export const lineAbove = Extension.create({
  name: 'lineAbove',
  priority: 1_000,
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { view } = editor;
        const tr = editor.isEditable ? withLineAbove(view.state) : null;
        if (tr !== null) view.dispatch(tr);
        return tr !== null;
      },
    };
  },
});
