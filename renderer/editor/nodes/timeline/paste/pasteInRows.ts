import { type Editor, Extension } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { isAcrossRows } from '../../../rows/acrossRows.ts';
import { BESIDE_ROWS } from '../../../rows/pasteBeside.ts';
import { rowAround, rowOfSelection } from '../rowPlace.ts';
import { isOfRows, pasteRowsAt, putRowsAt, rowsAlone } from './pasteRows.ts';

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

/** @returns false where the clipboard holds no rows, only words of some, or more than rows */
function pasteInRow(editor: Editor, { state }: EditorView, { clipboardData }: ClipboardEvent, slice: Slice) {
  const { selection } = state;
  const place = rowOfSelection(selection) ?? (isAcrossRows(state) ? rowAround(selection.$from) : null);
  if (place === null || clipboardData === null || !editor.isEditable) return false;
  if (!isOfRows(clipboardData.getData('text/html'))) return pasteRowsAt(editor, place, clipboardData);
  const rows = rowsAlone(slice.content);
  if (rows !== null) putRowsAt(editor, place, rows);
  return rows !== null;
}
