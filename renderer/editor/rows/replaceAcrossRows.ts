import { type Editor, Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { sessionOf } from '../editorContext.ts';
import { imageFilesOf } from '../nodes/image/givenFiles.ts';
import { deleteAcrossRows, isAcrossRows, withoutSelectedRows } from './acrossRows.ts';
import { beginStep } from './asOneStep.ts';
import { droppedWords } from './droppedWords.ts';
import { wholeRows } from './wholeRows.ts';
import { wordsAcrossRows } from './wordsOfRows.ts';

/**
 * What goes where a selection over several rows or cells is: its words are deleted first, as Delete does it, and
 * what was to take their place comes in at the caret that is left. What is selected so is words, not rows, wherever
 * it is pasted or dropped, unless it is whole rows.
 */
export const replaceAcrossRows = Extension.create({
  name: 'replaceAcrossRows',
  // Before all that replaces what is selected, and after what keeps the names of sections and brings rows.
  priority: 1_800,
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey('replaceAcrossRows'),
        props: {
          handleKeyDown: (view, event) => view.editable && takeKey(editor, event),
          handleTextInput: (view, _from, _to, text) => {
            if (!view.editable || !isAcrossRows(view.state)) return false;
            view.dispatch(withoutSelectedRows(view.state).insertText(text).scrollIntoView());
            return true;
          },
          handlePaste: (_view, event, slice) => {
            // Nothing takes the place of what is selected: an empty clipboard, or pictures, which go to the caret.
            const isNothing = slice.size === 0 || imageFilesOf(event.clipboardData).length > 0;
            if (!isNothing) deleteBefore(editor);
            return false;
          },
          handleDrop: (view, event, slice, moves) => {
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
            if (!view.editable || place === null || (event.dataTransfer?.files.length ?? 0) > 0) return false;
            const isDragged = view.dragging !== null;
            const tr = droppedWords(view.state, { at: place.pos, slice, moves, isDragged });
            if (tr?.docChanged) {
              sessionOf(editor).undo.stopCapturing();
              view.focus();
              view.dispatch(tr.setMeta('uiEvent', 'drop').scrollIntoView());
            }
            return tr !== null;
          },
          handleDOMEvents: {
            compositionstart: () => {
              deleteBefore(editor);
              return false;
            },
          },
          transformCopied: (slice, view) => (slice.openStart > 0 ? wholeRows(view.state) : null) ?? slice,
          transformPasted: wordsAcrossRows,
        },
      }),
    ];
  },
});

/** Deletes what is selected across rows as a part of the undo step of what comes in its place. */
function deleteBefore(editor: Editor): void {
  const { view } = editor;
  if (!view.editable || !isAcrossRows(view.state)) return;
  beginStep(editor, () => view.dispatch(withoutSelectedRows(view.state).scrollIntoView()));
}

function takeKey(editor: Editor, event: KeyboardEvent): boolean {
  const { view } = editor;
  if (event.key === 'Backspace' || event.key === 'Delete') {
    const deletes = isAcrossRows(view.state);
    if (deletes) deleteAcrossRows(editor);
    return deletes;
  }
  const isEnter = event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey;
  const tr = isEnter ? withoutSelectedBlocks(view.state) : null;
  if (tr !== null) beginStep(editor, () => view.dispatch(tr));
  return false;
}

/**
 * What Enter means over several blocks is what Delete and Enter mean: to split the first one while it deletes, as
 * Tiptap does, fails where the deletion takes that block away.
 *
 * @returns null where no more than one block is selected
 */
export function withoutSelectedBlocks(state: EditorState): Transaction | null {
  const { selection } = state;
  if (isAcrossRows(state)) return withoutSelectedRows(state);
  if (!(selection instanceof TextSelection) || selection.$from.sameParent(selection.$to)) return null;
  return state.tr.deleteSelection();
}
