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
