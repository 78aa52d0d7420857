import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { sessionOf } from '../editorContext.ts';

/**
 * What the browser's own menu undoes or redoes in the text is the last edit of the postmortem: the browser knows only
 * how the page had looked before, and not the facts and rows.
 */
export const browserUndo = Extension.create({
  name: 'browserUndo',
  addProseMirrorPlugins() {
    const { undo } = sessionOf(this.editor);
    return [
      new Plugin({
        key: new PluginKey('browserUndo'),
        props: {
          handleDOMEvents: {
            beforeinput: (_, event) => {
              if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
              event.preventDefault();
              if (event.inputType === 'historyUndo') undo.undo();
              else undo.redo();
              return true;
            },
          },
        },
      }),
    ];
  },
});
