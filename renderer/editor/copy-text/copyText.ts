import { Extension } from '@tiptap/core';
import { DOMSerializer } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { surroundingsOf } from '../rows/surroundings.ts';
import { copiedText } from './copiedText.ts';
import { RowTableSerializer } from './rowTables.ts';

/** What is put on the clipboard: rows as a line of plain text each, and as those of a table in the HTML. */
export const copyText = Extension.create({
  name: 'copyText',
  // Before TipTap's own, which writes nothing of a row but its texts.
  priority: 110,
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey('copyText'),
        props: {
          clipboardSerializer: new RowTableSerializer(
            DOMSerializer.fromSchema(editor.schema),
            () => surroundingsOf(editor, editor.view.state.doc).labels,
          ),
          // ProseMirror goes on to the next one where this answers nothing.
          clipboardTextSerializer: (slice, view) =>
            copiedText(slice, surroundingsOf(editor, view.state.doc).labels) ?? '',
        },
      }),
    ];
  },
});
