import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import {
  AllSelection,
  type EditorState,
  NodeSelection,
  Plugin,
  PluginKey,
  Selection,
  TextSelection,
} from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { matchesShortcut } from '../../ui/keyboard.ts';
import { caretPlace, selectionAt } from '../commands/caretPlace.ts';

/** What a person takes for a place of its own to write in: the cells of forms and tables, and code. */
const CELLS: ReadonlySet<string> = new Set([
  'timelineEvent',
  'timelineSource',
  'field',
  'whyProblem',
  'whyQuestion',
  'whyAnswer',
  'rootCause',
  'actionItem',
  'checkItem',
  'tableCell',
  'tableHeader',
  'footnote',
  'codeBlock',
  'rawBlock',
]);

/**
 * What select-all selects: the content of the innermost cell of which something is not selected yet, and where
 * there is none, the whole document. In an empty cell it selects nothing: the next key would replace everything.
 */
export function widerSelection({ doc, selection }: EditorState): Selection {
  const { $from, to, empty } = selection;
  const isOnCell = selection instanceof NodeSelection && CELLS.has(selection.node.type.name);
  let isInCell = isOnCell;
  for (let depth = $from.sharedDepth(to); depth > 0; depth -= 1) {
    if (!CELLS.has($from.node(depth).type.name)) continue;
    isInCell = true;
    const content = contentSelection(doc, $from.start(depth), $from.end(depth));
    if (content !== null && (content.from < selection.from || content.to > to)) return content;
  }
  return isInCell && (empty || isOnCell) ? selection : new AllSelection(doc);
}

/** All text between two positions, or what stands there where there is no text; null where there is nothing. */
function contentSelection(doc: Node, start: number, end: number): Selection | null {
  const [$start, $end] = [doc.resolve(start), doc.resolve(end)];
  const first = $start.parent.inlineContent ? $start : Selection.findFrom($start, 1, true)?.$from;
  const last = $end.parent.inlineContent ? $end : Selection.findFrom($end, -1, true)?.$to;
  if (first && last && first.pos < end && last.pos > start) return TextSelection.between(first, last);
  const other = Selection.findFrom($start, 1);
  return other !== null && other.to <= end ? other : null;
}

/**
 * Select-all goes from the content of a cell to the whole document. Arrows to the side leave the document selected
 * as a whole for its first or last text, which the browser does not know how to do, and Esc for where the caret was.
 */
export const selectAll = Extension.create({
  name: 'selectAll',
  // After the menus at the caret, before what every editor does at these keys.
  priority: 150,
  addProseMirrorPlugins() {
    const { editor } = this;
    let caret: string | null = null;
    const collapsed = (view: EditorView, key: string): Selection | null => {
      const { doc, selection } = view.state;
      if (!(selection instanceof AllSelection)) return null;
      if (key === 'ArrowLeft') return Selection.findFrom(doc.resolve(0), 1, true);
      if (key === 'ArrowRight') return Selection.findFrom(doc.resolve(doc.content.size), -1, true);
      if (key !== 'Escape') return null;
      return (caret === null ? null : selectionAt(editor, caret)) ?? Selection.atStart(doc);
    };
    return [
      new Plugin({
        key: new PluginKey('selectAll'),
        props: {
          handleKeyDown: (view, event) => {
            const selectsAll = matchesShortcut(event, 'Mod+A');
            if (selectsAll && !(view.state.selection instanceof AllSelection)) caret = caretPlace(editor);
            const next = selectsAll
              ? widerSelection(view.state)
              : event.shiftKey
                ? null
                : collapsed(view, event.key);
            if (next === null) return false;
            const tr = view.state.tr.setSelection(next).setMeta('addToHistory', false);
            view.dispatch(selectsAll ? tr : tr.scrollIntoView());
            return true;
          },
        },
      }),
    ];
  },
});
