import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { matchesShortcut } from '../../ui/keyboard.ts';
import { sessionOf } from '../editorContext.ts';

/**
 * Undo and redo while a control of a row has the focus: they mean the document there, too. An input that holds text
 * which is not in the document yet takes back its own typing first.
 */
export const drawnUndo = Extension.create({
  name: 'drawnUndo',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey('drawnUndo'),
        view: (view) => {
          const onKeyDown = (event: KeyboardEvent): void => {
            if (event.defaultPrevented || !(event.target instanceof Element)) return;
            if (event.target.closest('[data-drawn]') === null || !editor.isEditable) return;
            const { undo } = sessionOf(editor);
            const redoes = matchesShortcut(event, 'Mod+Shift+Z') || matchesShortcut(event, 'Mod+Y');
            if (!redoes && !matchesShortcut(event, 'Mod+Z')) return;
            if (event.target instanceof HTMLInputElement && event.target.dataset.pending !== undefined)
              return;
            event.preventDefault();
            if (redoes) undo.redo();
            else undo.undo();
          };
          view.dom.addEventListener('keydown', onKeyDown);
          return { destroy: () => view.dom.removeEventListener('keydown', onKeyDown) };
        },
      }),
    ];
  },
});
