import type { Editor } from '@tiptap/core';
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
  const { undo } = sessionOf(editor);
  const { captureTimeout } = undo;
  if (captureTimeout === Number.POSITIVE_INFINITY) return act();
  undo.stopCapturing();
  undo.captureTimeout = Number.POSITIVE_INFINITY;
  queueMicrotask(() => {
    undo.captureTimeout = captureTimeout;
  });
  return act();
}
