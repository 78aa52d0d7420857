import type { Editor } from '@tiptap/core';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { asOneStep } from './asOneStep.ts';
import { depthOf, FORMS, type Kinds, ROWS, TEXTS } from './formParts.ts';

/** Whether a selection goes from one text of a form to another one of the same form. */
export function isAcrossRows({ selection }: EditorState): boolean {
  if (!(selection instanceof TextSelection) || selection.empty) return false;
  const form = before(selection.$from, FORMS);
  if (form === null || form !== before(selection.$to, FORMS)) return false;
  return before(selection.$from, TEXTS) !== before(selection.$to, TEXTS);
}

/** The position before the outermost node of those kinds around a place; null where there is none. */
function before($place: ResolvedPos, kinds: Kinds): number | null {
  const depth = depthOf($place, kinds);
  return depth === null ? null : $place.before(depth);
}

/**
 * Deletes the selected words of each text, and rows that lie wholly between the ends, and leaves the caret where the
 * selection began. The rows at both ends stay two rows: joined, the time, the owner, the link or the tick of one
 * would be gone unseen.
 */
export function withoutSelectedRows(state: EditorState): Transaction {
  const { tr, selection, doc } = state;
  const { from, to } = selection;
  const cuts: { readonly from: number; readonly to: number; readonly whole: Node | null }[] = [];
  doc.nodesBetween(from, to, (node, position) => {
    const end = position + node.nodeSize;
    if (ROWS.has(node.type.name) && position > from && end < to) {
      cuts.push({ from: position, to: end, whole: null });
      return false;
    }
    if (!TEXTS.has(node.type.name)) return !node.isTextblock;
    const isWhole = position + 1 >= from && end - 1 <= to;
    cuts.push({
      from: Math.max(from, position + 1),
      to: Math.min(to, end - 1),
      whole: isWhole ? node : null,
    });
    return false;
  });
  for (const cut of cuts.reverse()) {
    // A text of blocks keeps a line to write in.
    const line = cut.whole?.isTextblock === false ? state.schema.nodes.paragraph?.create() : undefined;
    if (line !== undefined) tr.replaceWith(cut.from, cut.to, line);
    // The line that holds the caret stays, also where all of its words go.
    else if (cut.from === from) tr.delete(cut.from, cut.to);
    else if (cut.to > cut.from) tr.deleteRange(cut.from, cut.to);
  }
  return tr.setSelection(Selection.near(tr.doc.resolve(from), 1));
}

/** Deletes what is selected across rows, as an undo step of its own. */
export function deleteAcrossRows(editor: Editor): void {
  const { view } = editor;
  asOneStep(editor, () => view.dispatch(withoutSelectedRows(view.state).scrollIntoView()));
}
