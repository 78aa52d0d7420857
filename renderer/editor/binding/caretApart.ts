import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/**
 * Keeps React from looking for the caret in the text. Before each of its commits React counts through all nodes of
 * the editable element that has the focus, to put a selection back that its own changes might move; with thousands
 * of rows that costs more than everything else a keystroke does. React draws nothing in the text, and ProseMirror
 * keeps its own selection. What asks the element itself, by its attribute or `isContentEditable`, hears the truth.
 */
export const caretApart = Extension.create({
  name: 'caretApart',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('caretApart'),
      view: ({ dom }) => {
        Object.defineProperty(dom, 'contentEditable', {
          configurable: true,
          get: () => (dom.getAttribute('contenteditable') === 'false' ? 'false' : 'inherit'),
          set: (value: string) => dom.setAttribute('contenteditable', value),
        });
        return { destroy: () => Reflect.deleteProperty(dom, 'contentEditable') };
      },
    }),
  ],
});
