import type { Editor } from '@tiptap/core';
import type { PaletteItem } from '../../app/paletteItem.ts';
import { tableEntries, tablePosition } from '../../editor/nodes/table/tableEntries.ts';
import { menuLines } from './menuLines.ts';

/** What can be done with the table that the caret is in. */
export function tableLines(editor: Editor): readonly PaletteItem[] {
  if (!editor.view.hasFocus() || tablePosition(editor) === null) return [];
  const entries = () => (tablePosition(editor) === null ? [] : tableEntries(editor));
  return menuLines(editor, { detail: 'Table', words: 'cell', labels: {}, entries });
}
