import { Collaboration } from '@tiptap/extension-collaboration';
import { Selection } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

interface Binding {
  /** While it is set, y-tiptap does not carry a selection over to what it renders. */
  beforeTransactionSelection: unknown;
}

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
        const binding: Binding = ySyncPluginKey.getState(view.state).binding;
        binding.beforeTransactionSelection = 'none';
        const shown = show(view);
        binding.beforeTransactionSelection = null;
        view.dispatch(view.state.tr.setSelection(Selection.atStart(view.state.doc)));
        return shown;
      };
    }
    return plugins;
  },
});
