import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import {
  AllSelection,
  type EditorState,
  NodeSelection,
  Plugin,
  type Selection,
  TextSelection,
} from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { getRelativeSelection, ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { bodyOf } from '../../../shared/document/layout.ts';
import { BY_HAND } from '../../session/origins.ts';
import { sessionOf } from '../editorContext.ts';
import { DrawnView } from '../rows/drawnView.ts';
import { FormView } from '../rows/formView.ts';
import { changedRow } from './changedRow.ts';
import { positionOf, syncBinding } from './syncBinding.ts';

type Caret = ReturnType<typeof getRelativeSelection>;

/** Where a person was: in the text, in a row with a control of it, or on what adds a row to a form. */
interface Place {
  readonly caret: Caret;
  readonly button: HTMLElement | null;
}
type StackItem = Y.UndoManager['undoStack'][number];

interface StackItemEvent {
  readonly stackItem: StackItem;
  readonly changedParentTypes: ReadonlyMap<unknown, unknown>;
}

const KEY = 'debrief/place-before';
const BEFORE_THE_BINDING = 1001;

/**
 * Puts the caret back to where it was before the step that is undone or redone, and shows that place; a row is
 * selected whose control had changed it, and the focus goes back to the button that had added a row. y-tiptap 3.0.9
 * keeps the place in the text as it is before the undo, which leads elsewhere where the step had made the
 * block anew, and says so only after the undone text is shown.
 */
export const undoneCaret = Extension.create({
  name: 'undoneCaret',
  priority: BEFORE_THE_BINDING,
  addProseMirrorPlugins() {
    const { editor } = this;
    const { doc, undo } = sessionOf(editor);
    const body = bodyOf(doc);
    return [
      new Plugin({
        view: (view) => {
          let before: Place | null = null;
          const remember = ({ selection }: Pick<EditorState, 'selection'>): void => {
            before = { caret: caretOf(view, selection), button: focusedAddButton(view.dom) };
          };
          const begin = ({ origin }: Y.Transaction): void => {
            if (origin === BY_HAND || origin === undo) remember(view.state);
          };
          const note = ({ stackItem }: StackItemEvent): void => {
            stackItem.meta.set(KEY, before);
          };
          const putBack = ({ stackItem, changedParentTypes }: StackItemEvent): void => {
            const place: Place | null = stackItem.meta.get(KEY) ?? null;
            // What a control of a row did is undone where one is: the caret of the text may be far away.
            if (place === null || !changedParentTypes.has(body) || isInControl(view.dom)) return;
            if (place.button?.isConnected) place.button.focus();
            else putCaret(editor, place.caret);
          };
          doc.on('beforeTransaction', begin);
          undo.on('stack-item-added', note);
          undo.on('stack-item-popped', putBack);
          return {
            update: (_, earlier) => {
              if (earlier.doc === view.state.doc || !isTyped(view.state)) return;
              const row = changedRow(earlier.doc, view.state.doc, earlier.selection);
              remember({ selection: row ?? earlier.selection });
            },
            destroy: () => {
              doc.off('beforeTransaction', begin);
              undo.off('stack-item-added', note);
              undo.off('stack-item-popped', putBack);
            },
          };
        },
      }),
    ];
  },
});

/** A selection of the text in terms of the document; of a state, y-tiptap reads no more than that. */
const caretOf = ({ state }: EditorView, selection: Selection): Caret =>
  getRelativeSelection(syncBinding(state), { selection } as EditorState);

const isInControl = (text: HTMLElement): boolean => {
  const { activeElement } = text.ownerDocument;
  return activeElement !== text && text.contains(activeElement);
};

function focusedAddButton({ ownerDocument }: HTMLElement): HTMLElement | null {
  const { activeElement } = ownerDocument;
  const form = DrawnView.around(activeElement);
  return form instanceof FormView && form.addButton === activeElement ? form.addButton : null;
}

/** Whether the last change came from the editor, so that the Y.Doc does not have it yet. */
const isTyped = (state: EditorState): boolean => ySyncPluginKey.getState(state).isChangeOrigin !== true;

function putCaret(editor: Editor, caret: Caret): void {
  const { state, view } = editor;
  const selection = selectionOf(state, caret);
  if (selection === null) return;
  view.dispatch(state.tr.setSelection(selection).setMeta('addToHistory', false).scrollIntoView());
}

function selectionOf(state: EditorState, { type, anchor, head }: Caret): Selection | null {
  if (type === 'all') return new AllSelection(state.doc);
  const from = positionOf(state, anchor);
  const to = positionOf(state, head);
  if (from === null || to === null) return null;
  if (type === 'node' && isSelectable(state.doc, from)) return NodeSelection.create(state.doc, from);
  return TextSelection.between(state.doc.resolve(from), state.doc.resolve(to));
}

const isSelectable = (doc: Node, position: number): boolean => {
  const node = doc.nodeAt(position);
  return node !== null && NodeSelection.isSelectable(node);
};
