import { type Editor, Extension } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { isAcrossRows } from '../../../rows/acrossRows.ts';
import { BESIDE_ROWS } from '../../../rows/pasteBeside.ts';
import { holdsKind } from '../../../rows/wordsOfRows.ts';
import { rowAround, rowOfSelection } from '../rowPlace.ts';
import { pasteRowsAt } from './pasteRows.ts';

/** Puts in what is pasted into a timeline and is rows, or reads as rows, after the first row that is selected. */
export const pasteInRows = Extension.create({
  name: 'pasteInRows',
  priority: BESIDE_ROWS,
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey('pasteInRows'),
        props: { handlePaste: (view, event, slice) => pasteInRow(editor, view, event, slice) },
      }),
    ];
  },
});

/** @returns false where the clipboard holds no rows, or only words that were selected within and across some */
function pasteInRow(editor: Editor, { state }: EditorView, { clipboardData }: ClipboardEvent, slice: Slice) {
  const { selection } = state;
  const place = rowOfSelection(selection) ?? (isAcrossRows(state) ? rowAround(selection.$from) : null);
  if (place === null || clipboardData === null || !editor.isEditable) return false;
  const isOfRows = clipboardData.getData('text/html').includes('data-node="timelineRow"');
  if (isOfRows && !holdsKind(slice.content, 'timelineRow')) return false;
  return pasteRowsAt(editor, place, clipboardData);
}
