import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { DrawnView } from './drawnView.ts';

/** Marks the forms and rows that hold the caret with `data-current`, so that they show what can be done there. */
export const currentRow = Extension.create({
  name: 'currentRow',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('currentRow'),
      view: () => {
        let marked: ReadonlySet<HTMLElement> = new Set();
        return {
          update: (view) => {
            const holding = elementsAroundCaret(view);
            for (const dom of marked) if (!holding.has(dom)) delete dom.dataset.current;
            for (const dom of holding) dom.dataset.current = '';
            marked = holding;
          },
        };
      },
    }),
  ],
});

function elementsAroundCaret(view: EditorView): ReadonlySet<HTMLElement> {
  const { node } = view.domAtPos(view.state.selection.head);
  const elements = new Set<HTMLElement>();
  let around = DrawnView.around(node instanceof Element ? node : node.parentElement);
  while (around !== null) {
    elements.add(around.dom);
    around = DrawnView.around(around.dom.parentElement);
  }
  return elements;
}
