import type { Editor } from '@tiptap/core';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { beginStep } from './asOneStep.ts';

function passTime(): void {
  const start = Date.now();
  while (Date.now() - start < 20);
}

it('what an event does in several transactions is one undo step, however long they take', async () => {
  const doc = new Y.Doc();
  const text = doc.getText('text');
  const undo = new Y.UndoManager(text, { captureTimeout: 5 });
  const editor = { storage: { editorContext: { session: { undo } } } } as unknown as Editor;
  text.insert(0, 'before ');
  beginStep(editor, () => text.insert(7, 'deleted '));
  passTime();
  text.insert(15, 'typed ');
  await Promise.resolve();
  passTime();
  text.insert(21, 'later');
  undo.undo();
  expect(text.toString()).toBe('before deleted typed ');
  undo.undo();
  expect(text.toString()).toBe('before ');
});
