import type { Editor } from '@tiptap/core';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { asOneStep } from './asOneStep.ts';
import { depthOf, FORMS, type Kinds, ROWS, TEXTS } from './formParts.ts';

/** Whether a selection goes from one text of a form to another one, or out of the form, or into it. */
export function isAcrossRows({ selection }: EditorState): boolean {
  if (!(selection instanceof TextSelection) || selection.empty) return false;
  return before(selection.$from, TEXTS) !== before(selection.$to, TEXTS);
}

/** The position before the outermost node of those kinds around a place; null where there is none. */
function before($place: ResolvedPos, kinds: Kinds): number | null {
  const depth = depthOf($place, kinds);
  return depth === null ? null : $place.before(depth);
}

interface Cut {
  readonly from: number;
  readonly to: number;
  /** The text of a form that goes as a whole and stays as a place to write in. */
  readonly emptied?: Node;
}

/**
 * Deletes the selected words of each text, and all that lies wholly between the ends, and leaves the caret where the
 * selection began. The rows at both ends stay rows of their own: joined, the time, the owner, the link or the tick of
 * one would be gone unseen.
 */
export function withoutSelectedRows(state: EditorState): Transaction {
  const { tr, selection } = state;
  const { from } = selection;
  for (const cut of cutsOf(state).reverse()) {
    // A text of blocks keeps a line to write in.
    const line = cut.emptied?.isTextblock === false ? state.schema.nodes.paragraph?.create() : undefined;
    if (line !== undefined) tr.replaceWith(cut.from, cut.to, line);
    // The line that holds the caret stays, also where all of its words go.
    else if (cut.from === from) tr.delete(cut.from, cut.to);
    else if (cut.to > cut.from) tr.deleteRange(cut.from, cut.to);
  }
  return tr.setSelection(Selection.near(tr.doc.resolve(from), 1));
}

/** What goes of a selection across rows, in the order of the document. */
function cutsOf({ doc, selection }: EditorState): Cut[] {
  const { from, to, $from, $to } = selection;
  const formEnds = [$from, $to].filter(($end) => depthOf($end, FORMS) !== null).map(({ pos }) => pos);
  const cuts: Cut[] = [];
  doc.nodesBetween(from, to, (node, position) => {
    const { name } = node.type;
    const end = position + node.nodeSize;
    const isWhole = position + 1 >= from && end - 1 <= to;
    const isBetween = position > from && end < to;
    const words = { from: Math.max(from, position + 1), to: Math.min(to, end - 1) };
    if (isBetween && (ROWS.has(name) || !TEXTS.has(name))) cuts.push({ from: position, to: end });
    else if (TEXTS.has(name)) cuts.push(isWhole ? { ...words, emptied: node } : words);
    else if (formEnds.some((place) => place > position && place < end)) return true;
    else cuts.push(endsWith(node, position, $to) ? { from: position, to: end } : words);
    return false;
  });
  return cuts;
}

/** Whether a block outside of forms is selected to its end, and is none that stays as a line to write in. */
function endsWith(block: Node, position: number, $to: ResolvedPos): boolean {
  const end = position + block.nodeSize;
  const closing = $to.depth - $to.doc.resolve(position).depth;
  return block.type.name !== 'paragraph' && $to.pos > position && $to.pos + closing === end;
}

/** Deletes what is selected across rows, as an undo step of its own. */
export function deleteAcrossRows(editor: Editor): void {
  const { view } = editor;
  asOneStep(editor, () => view.dispatch(withoutSelectedRows(view.state).scrollIntoView()));
}
