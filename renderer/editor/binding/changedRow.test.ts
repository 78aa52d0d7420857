import type { Node } from '@tiptap/pm/model';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { expect, it } from 'vitest';
import { block, line, marked, placeOf } from '../rows/marked.testkit.ts';
import { changedRow } from './changedRow.ts';

const item = (words: string) => block('actionItem', line(words));
const state = marked(block('actionList', item('fi[]rst'), item('second'), item('third')), line('below'));

/** Before the item that holds those words. */
const itemWith = (words: string): number => placeOf(state.doc, words) - 2;

const selected = (change: (tr: Transaction) => Node, from = state): number | null =>
  changedRow(from.doc, change(from.tr), from.selection)?.from ?? null;

const owned = (position: number) => (tr: Transaction) => tr.setNodeAttribute(position, 'owner', 'Ines').doc;

it('the row whose value has changed is selected where the caret is elsewhere', () => {
  expect(selected(owned(itemWith('second')))).toBe(itemWith('second'));
  expect(selected(owned(itemWith('third')))).toBe(itemWith('third'));
});

it('the caret stays in the row that it is in', () => {
  expect(selected(owned(itemWith('fi')))).toBeNull();
});

it('a change of words or of rows is none of a value', () => {
  expect(selected((tr) => tr.insertText('x', placeOf(state.doc, 'third')).doc)).toBeNull();
  expect(selected((tr) => tr.delete(itemWith('second'), itemWith('third')).doc)).toBeNull();
  const checked = EditorState.create({
    doc: marked(block('taskList', block('taskItem', line('task')))).doc,
  });
  expect(selected((tr) => tr.setNodeAttribute(1, 'checked', true).doc, checked)).toBeNull();
});
