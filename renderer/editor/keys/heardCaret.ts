import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Has the editor hear of the caret before a key acts at it. A browser that is busy lets a key overtake its word that
 * a click has moved the caret; a milestone would be marked in the row that was left. What is typed at a caret goes
 * to the browser's own one and needs none of this, but what is selected is replaced by the editor's rules.
 */
export const heardCaret = Extension.create({
  name: 'heardCaret',
  priority: 3_000,
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('heardCaret'),
      props: { handleDOMEvents: { keydown: hear } },
    }),
  ],
});

function hear(view: EditorView, event: KeyboardEvent): false {
  const { ownerDocument } = view.dom;
  const acts = event.key.length > 1 || event.altKey || event.ctrlKey || event.metaKey;
  const replaces = ownerDocument.getSelection()?.isCollapsed === false;
  if ((acts || replaces) && !event.isComposing) ownerDocument.dispatchEvent(new Event('selectionchange'));
  return false;
}
