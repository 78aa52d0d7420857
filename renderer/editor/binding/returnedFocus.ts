import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { sessionOf } from '../editorContext.ts';

const BEFORE_THE_BINDING = 1001;

/**
 * Gives the focus to the text when an undo, or somebody else, takes away the control of a row that has it. It would
 * be nowhere, and the next key would do nothing.
 */
export const returnedFocus = Extension.create({
  name: 'returnedFocus',
  priority: BEFORE_THE_BINDING,
  addProseMirrorPlugins() {
    const { doc } = sessionOf(this.editor);
    return [
      new Plugin({
        key: new PluginKey('returnedFocus'),
        view: (view) => {
          const { ownerDocument } = view.dom;
          let focused: Element | null = null;
          const remember = (): void => {
            focused = ownerDocument.activeElement;
          };
          const giveBack = (): void => {
            const isGone = focused !== null && !focused.isConnected;
            if (isGone && ownerDocument.activeElement === ownerDocument.body) view.focus();
            focused = null;
          };
          doc.on('beforeTransaction', remember);
          doc.on('afterTransaction', giveBack);
          return {
            destroy: () => {
              doc.off('beforeTransaction', remember);
              doc.off('afterTransaction', giveBack);
            },
          };
        },
      }),
    ];
  },
});
