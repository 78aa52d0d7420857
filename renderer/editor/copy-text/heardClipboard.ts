import { Extension } from '@tiptap/core';
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state';

const EVENTS = ['copy', 'cut', 'paste'] as const;

/**
 * Has the editor hear of copy, cut and paste while something without text of its own is selected as a whole, such as
 * a row of the sign-off. A browser tells only the page of it then.
 */
export const heardClipboard = Extension.create({
  name: 'heardClipboard',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('heardClipboard'),
      view: (view) => {
        const { ownerDocument } = view.dom;
        const tell = (event: ClipboardEvent): void => {
          if (event.target !== ownerDocument.body || event.defaultPrevented || !view.hasFocus()) return;
          if (view.state.selection instanceof NodeSelection) view.dispatchEvent(event);
        };
        for (const name of EVENTS) ownerDocument.addEventListener(name, tell);
        return {
          destroy: () => {
            for (const name of EVENTS) ownerDocument.removeEventListener(name, tell);
          },
        };
      },
    }),
  ],
});
