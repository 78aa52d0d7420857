import type * as Y from 'yjs';
import { showToast } from '../ui/toast/toasts.ts';

/** Says what was done, with a way back for as long as nothing else was done after it. */
export function offerUndo(undo: Y.UndoManager, done: string): void {
  const step = undo.undoStack.at(-1);
  showToast(done, {
    label: 'Undo',
    onSelect: () => {
      if (undo.undoStack.at(-1) === step) undo.undo();
      else showToast('Other changes came after it: undo those first');
    },
  });
}
