import type { Editor } from '@tiptap/core';
import { EditorState, type PluginView, type Transaction } from '@tiptap/pm/state';
import { ySyncPlugin } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { bodyOf } from '../../../shared/document/layout.ts';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';
import type { PersonalUndo } from '../../session/personalUndo.ts';
import { setRememberedCaret, syncBinding } from './syncBinding.ts';

/** An editor without a page, bound to a document by y-tiptap. */
export function boundEditor(doc: Y.Doc, undo: PersonalUndo): Editor {
  const binding = ySyncPlugin(bodyOf(doc));
  let shown: PluginView = {};
  const view = {
    state: EditorState.create({ schema: postmortemSchema, plugins: [binding] }),
    hasFocus: () => false,
    dispatch: (tr: Transaction) => {
      const before = view.state;
      view.state = before.apply(tr);
      shown.update?.(view as never, before);
    },
  };
  setRememberedCaret(syncBinding(view.state), {});
  shown = binding.spec.view?.(view as never) ?? {};
  setRememberedCaret(syncBinding(view.state), null);
  return {
    view,
    isEditable: true,
    schema: postmortemSchema,
    storage: { editorContext: { session: { doc, undo, session: 'unit' } } },
    get state() {
      return view.state;
    },
  } as unknown as Editor;
}
