import type { Slice } from '@tiptap/pm/model';
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state';
import { isSectionHeading } from '../keys/sectionHeading.ts';
import { isAcrossRows, withoutSelectedRows } from './acrossRows.ts';
import { depthOf, isLineOfForm, TEXTS } from './formParts.ts';
import { isAllLines, oneLine } from './oneLine.ts';
import { wordsAcrossRows, wordsOfRows } from './wordsOfRows.ts';

interface Drop {
  /** Where in the document. */
  readonly at: number;
  readonly slice: Slice;
  /** Whether it is taken away where it was, which is what is selected. */
  readonly moves: boolean;
  /** Whether it comes from this text. */
  readonly isDragged: boolean;
}

/**
 * Words that are dropped into a text of a form, or were selected over several: they come in as words, and all rows
 * and cells stay as they are.
 *
 * @returns null where a drop means what it means elsewhere; a transaction without steps where nothing happens
 */
export function droppedWords(state: EditorState, { at, slice, moves, isDragged }: Drop): Transaction | null {
  const leavesRows = moves && isAcrossRows(state);
  // A row or a picture that is dragged as a whole has rules of its own.
  const isNode = isDragged && slice.openStart === 0;
  const isInText = depthOf(state.doc.resolve(at), TEXTS) !== null;
  if (!leavesRows && (isNode || !isInText)) return null;
  const { selection } = state;
  if (moves && at >= selection.from && at <= selection.to) return state.tr;
  const held = leavesRows ? selection.content() : slice;
  const words = isInText ? wordsOfRows(held) : wordsAcrossRows(held);
  const tr = !moves ? state.tr : leavesRows ? withoutSelectedRows(state) : state.tr.deleteSelection();
  const place = tr.mapping.map(at);
  const { parent } = tr.doc.resolve(place);
  const before = tr.mapping.maps.length;
  // Blocks would part it. A form or a picture between the words would be lost in a line.
  const joinsHeading = isSectionHeading(parent) && isAllLines(words.content) && wordsOfRows(words) === words;
  if (joinsHeading || isLineOfForm(parent))
    tr.replaceWith(place, place, oneLine(words.content, state.schema.text(' ')));
  else tr.replaceRange(place, place, words);
  const end = tr.mapping.slice(before).map(place);
  return tr.setSelection(Selection.near(tr.doc.resolve(end), -1));
}
