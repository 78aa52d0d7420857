import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';

const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'taskList']);

/** Whether the caret is in a list that is within another one. */
export function isInNestedList({ selection: { $from } }: EditorState): boolean {
  let lists = 0;
  for (let depth = 1; depth <= $from.depth; depth += 1) {
    if (LISTS.has($from.node(depth).type.name)) lists += 1;
  }
  return lists > 1;
}

/**
 * Shift+Tab in an item of a list takes it out of the list that it is nested in. At the top level it is left to
 * others, who go back to the stop before: made a paragraph, an item would only have been passed by.
 */
export const outdentItem = (editor: Editor, item: string): boolean =>
  isInNestedList(editor.state) && editor.commands.liftListItem(item);
