import { type Editor, Extension } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import { sessionOf } from '../editorContext.ts';
import { positionOfPath } from './blockPath.ts';

/** Where a block is once a step of undo is taken back, and where the caret stood in it. */
interface MovedCaret {
  readonly type: string;
  /** Its hidden id, where it has one. */
  readonly id: unknown;
  /** Where it is when the step is taken back, and where it is else: child indexes from the body. */
  readonly back: readonly number[];
  readonly there: readonly number[];
  /** Counted from the position before the block. */
  readonly anchor: number;
  readonly head: number;
}

type StackItem = Y.UndoManager['undoStack'][number];
type StackItemEvent = { readonly stackItem: StackItem };

const KEY = 'debrief/moved-caret';

/** Notes with the step that has just moved a block where the caret stood in it. */
export function noteMovedCaret(editor: Editor, caret: MovedCaret): void {
  sessionOf(editor).undo.undoStack.at(-1)?.meta.set(KEY, caret);
}

/**
 * Puts the caret back into a block whose move was undone or redone. The move made the block anew, so no place in
 * its old text leads there.
 */
export const movedCaret = Extension.create({
  name: 'movedCaret',
  onCreate() {
    const { editor } = this;
    const { undo } = sessionOf(editor);
    const noteWayBack = ({ stackItem }: StackItemEvent): void => {
      const caret: MovedCaret | undefined = undo.currStackItem?.meta.get(KEY);
      if (caret === undefined) return;
      stackItem.meta.set(KEY, { ...caret, back: caret.there, there: caret.back });
    };
    const putBack = ({ stackItem }: StackItemEvent): void => {
      const caret: MovedCaret | undefined = stackItem.meta.get(KEY);
      if (caret !== undefined) putCaret(editor, caret);
    };
    undo.on('stack-item-added', noteWayBack);
    undo.on('stack-item-popped', putBack);
    editor.on('destroy', () => {
      undo.off('stack-item-added', noteWayBack);
      undo.off('stack-item-popped', putBack);
    });
  },
});

function putCaret(editor: Editor, { type, id, back, anchor, head }: MovedCaret): void {
  const { doc, tr } = editor.state;
  const position = positionOfPath(doc, back);
  const block = position === null ? null : doc.nodeAt(position);
  if (position === null || block?.type.name !== type || block.attrs.id !== id) return;
  const placeOf = (offset: number) => doc.resolve(position + Math.min(offset, block.nodeSize - 1));
  tr.setSelection(TextSelection.between(placeOf(anchor), placeOf(head)));
  editor.view.dispatch(tr.setMeta('addToHistory', false).scrollIntoView());
}
