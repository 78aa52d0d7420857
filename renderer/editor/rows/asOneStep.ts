import type { Editor } from '@tiptap/core';
import type * as Y from 'yjs';
import { sessionOf } from '../editorContext.ts';

/** Does something that undo takes back by itself, apart from what was typed before and after it. */
export function asOneStep<Result>(editor: Editor, act: () => Result): Result {
  const { undo } = sessionOf(editor);
  undo.stopCapturing();
  try {
    return act();
  } finally {
    undo.stopCapturing();
  }
}

/** Begins an undo step that what follows in the same event goes on with, however slow the machine is. */
export function beginStep<Result>(editor: Editor, act: () => Result): Result {
  queueMicrotask(openStep(sessionOf(editor).undo));
  return act();
}

/**
 * Begins an undo step that goes on until what is returned is called, however long that takes. Within another one it is a
 * part of that.
 */
export function openStep(undo: Y.UndoManager): () => void {
  const { captureTimeout } = undo;
  if (captureTimeout === Number.POSITIVE_INFINITY) return () => {};
  undo.stopCapturing();
  undo.captureTimeout = Number.POSITIVE_INFINITY;
  return () => {
    undo.captureTimeout = captureTimeout;
  };
}
