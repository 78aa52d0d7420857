import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { surroundingsOf } from '../rows/surroundings.ts';
import { copiedText } from './copiedText.ts';

/** What is put on the clipboard as plain text beside the HTML: rows a line each. */
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
          // ProseMirror goes on to the next one where this answers nothing.
          clipboardTextSerializer: (slice, view) =>
            copiedText(slice, surroundingsOf(editor, view.state.doc).labels) ?? '',
        },
      }),
    ];
  },
});
