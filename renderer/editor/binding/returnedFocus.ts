import { type Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import * as Y from 'yjs';
import { blockContainer } from '../commands/blockContainer.ts';
import { sessionOf } from '../editorContext.ts';
import { DrawnView } from '../rows/drawnView.ts';
import { FormView } from '../rows/formView.ts';
import { goOnIn, type OpenField, openFieldOf } from '../rows/openField.ts';
import { syncBinding } from './syncBinding.ts';

const BEFORE_THE_BINDING = 1001;

/**
 * Gives the focus back when an undo, or somebody else, takes away the control of a row that has it. It would be
 * nowhere, and the next key would do nothing. Where somebody else has moved the row, it goes on in the same control of
 * it, with what is typed there; the editor uses no view that has the focus for another row. Else it stays in the form,
 * on what adds a row: the caret of the text may be far away.
 */
export const returnedFocus = Extension.create({
  name: 'returnedFocus',
  priority: BEFORE_THE_BINDING,
  addProseMirrorPlugins() {
    const { editor } = this;
    const { doc } = sessionOf(editor);
    return [
      new Plugin({
        key: new PluginKey('returnedFocus'),
        view: (view) => {
          const { ownerDocument } = view.dom;
          let focused: Element | null = null;
          let form: FormView | null = null;
          let field: OpenField | null = null;
          let held: DrawnView | null = null;
          const remember = ({ local }: Y.Transaction): void => {
            focused = ownerDocument.activeElement;
            form = formAround(focused);
            field = openFieldOf(focused);
            if (!local) held = holdView(editor, focused);
          };
          const giveBack = ({ local }: Y.Transaction): void => {
            if (!local && held !== null) held.isOwn = null;
            const isNowhere = (): boolean => ownerDocument.activeElement === ownerDocument.body;
            const isGone = focused !== null && !focused.isConnected;
            if (isGone && isNowhere() && field !== null && !local) goOnIn(view, field);
            if (isGone && isNowhere()) form?.addButton.focus();
            if (isGone && isNowhere()) view.focus();
            focused = null;
            form = null;
            field = null;
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

/** Keeps the view around a control with what it shows now, for which the editor might use another. */
function holdView(editor: Editor, control: Element | null): DrawnView | null {
  const view = DrawnView.around(control);
  const place = view === null || view.position === null ? null : blockContainer(editor, view.position);
  const shown: unknown = place?.container.get(place.index);
  if (view === null || !(shown instanceof Y.XmlElement)) return null;
  view.isOwn = (node) => syncBinding(editor.state).mapping.get(shown) === node;
  return view;
}

function formAround(element: Element | null): FormView | null {
  const view = DrawnView.around(element?.closest('[data-stops]') ?? null);
  return view instanceof FormView ? view : null;
}
