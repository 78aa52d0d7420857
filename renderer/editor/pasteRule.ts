import type { Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';

/**
 * A plugin for what a paste means in some places: `pasted` answers null where it means what it means elsewhere.
 * Pictures are taken as files, by the image, and never asked about.
 */
export const pasteRulePlugin = (
  name: string,
  pasted: (state: EditorState, slice: Slice) => Transaction | null,
): Plugin =>
  new Plugin({
    key: new PluginKey(name),
    props: {
      handlePaste: (view, event, slice) => {
        const hasFiles = (event.clipboardData?.files.length ?? 0) > 0;
        const tr = view.editable && !hasFiles ? pasted(view.state, slice) : null;
        if (tr !== null) view.dispatch(tr.setMeta('paste', true).setMeta('uiEvent', 'paste'));
        return tr !== null;
      },
    },
  });
