import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { sessionOf } from '../editorContext.ts';

/**
 * Ends the undo step when the caret goes to another line or cell: what is typed there right after is taken back
 * by itself. A new line that Enter makes goes on with the step.
 */
export const stepPerPlace = Extension.create({
  name: 'stepPerPlace',
  addProseMirrorPlugins() {
    const { undo } = sessionOf(this.editor);
    return [
      new Plugin({
        key: new PluginKey('stepPerPlace'),
        view: () => ({
          update: ({ state }, before) => {
            if (hasGoneElsewhere(before, state)) undo.stopCapturing();
          },
        }),
      }),
    ];
  },
});

/** Whether the caret left its line, and that is all that happened. */
export const hasGoneElsewhere = (before: EditorState, after: EditorState): boolean =>
  before.doc === after.doc && !before.selection.$head.sameParent(after.selection.$head);
