import { Collaboration } from '@tiptap/extension-collaboration';
import { type EditorState, type PluginView, Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { setRememberedCaret, syncBinding } from './syncBinding.ts';

/** While it is remembered, y-tiptap does not carry a selection over to what it renders. */
const NO_CARET = {};

/**
 * The binding of the editor to the Y.Doc, with the caret in the first text from the start. By itself y-tiptap
 * carries the selection of the empty editor, which stands nowhere, over to the document that it renders first.
 */
export const BoundDocument = Collaboration.extend({
  addProseMirrorPlugins() {
    const plugins = this.parent?.() ?? [];
    for (const { spec } of plugins) {
      const { key, view: show } = spec;
      if (key !== ySyncPluginKey || show === undefined) continue;
      spec.view = (view) => {
        const binding = syncBinding(view.state);
        setRememberedCaret(binding, NO_CARET);
        const shown = show(view);
        setRememberedCaret(binding, null);
        view.dispatch(view.state.tr.setSelection(Selection.atStart(view.state.doc)));
        return { ...shown, update: (changed, before) => goOnWithStep(shown, changed, before) };
      };
    }
    return plugins;
  },
});

/**
 * After it showed a change that it keeps out of undo, such as the opened document itself, y-tiptap ends the undo step
 * at every update of the view until somebody types in the text: each key in the title would be a step of its own.
 * An update that left the text alone ends none.
 */
function goOnWithStep(shown: PluginView, view: EditorView, before: EditorState): void {
  if (view.state.doc === before.doc) ySyncPluginKey.getState(view.state).addToHistory = true;
  shown.update?.(view, before);
}
