import { beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { toastStore } from '../ui/toast/toasts.ts';
import { offerUndo } from './offerUndo.ts';

beforeEach(() => toastStore.setState({ toasts: [] }));

const text = new Y.Doc().getText('text');
const undo = new Y.UndoManager(text, { captureTimeout: 0 });
const write = (words: string): void => text.insert(text.length, words);
const press = (): void => toastStore.getState().toasts.at(-1)?.action?.onSelect();

it('takes back what was done last', () => {
  write('kept ');
  write('done');
  offerUndo(undo, 'Done');
  press();
  expect(text.toString()).toBe('kept ');
});

it('takes back nothing else once something was done after it, or it was taken back already', () => {
  write('done');
  offerUndo(undo, 'Done');
  write(' after');
  press();
  expect(text.toString()).toBe('kept done after');
  expect(toastStore.getState().toasts.at(-1)?.text).toBe('Other changes came after it: undo those first');
  undo.undo();
  offerUndo(undo, 'Done');
  undo.undo();
  press();
  expect(text.toString()).toBe('kept ');
});
