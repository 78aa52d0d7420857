import { expect, test } from 'vitest';
import { EMPTY_ENTRY, type QuickEntry } from './addQuickRow.ts';
import { EntryHistory, ROWS } from './entryHistory.ts';

const event = (words: string): QuickEntry => ({ ...EMPTY_ENTRY, event: words });

/** Types the letters at a stretch, from an entry that `before` stands in. */
function type(history: EntryHistory, before: string, letters: string, at: number): QuickEntry {
  let words = before;
  for (const letter of letters) {
    history.keep(event(words), 'event', at);
    words += letter;
  }
  return event(words);
}

test('what is typed at a stretch is one step, and a pause begins another', () => {
  const history = new EntryHistory();
  type(history, '', 'The alert', 0);
  const typed = type(history, 'The alert', ' fired', 10_000);
  const before = history.undo(typed);
  expect(before).toEqual(event('The alert'));
  expect(history.undo(event('The alert'))).toEqual(EMPTY_ENTRY);
});

test('undo of an entry that holds nothing is the document’s, and redo brings back its step before the entry', () => {
  const history = new EntryHistory();
  const typed = type(history, '', 'x', 0);
  expect(history.undo(typed)).toEqual(EMPTY_ENTRY);
  expect(history.redo(EMPTY_ENTRY)).toEqual(typed);
  expect(history.undo(typed)).toEqual(EMPTY_ENTRY);
  expect(history.undo(EMPTY_ENTRY)).toBeNull();
  expect(history.redo(EMPTY_ENTRY)).toBe(ROWS);
  expect(history.redo(EMPTY_ENTRY)).toEqual(typed);
});

test('words that were deleted come back, and all of them go before undo is the document’s', () => {
  const history = new EntryHistory();
  const typed = type(history, '', 'The alert fired', 0);
  history.keep(typed, 'event', 10_000);
  expect(history.undo(EMPTY_ENTRY)).toEqual(typed);
  expect(history.redo(typed)).toEqual(EMPTY_ENTRY);
  expect(history.undo(EMPTY_ENTRY)).toEqual(typed);
  expect(history.undo(typed)).toEqual(EMPTY_ENTRY);
  expect(history.undo(EMPTY_ENTRY)).toBeNull();
});

test('rows that were pasted while something was typed are taken back before it, and brought back after it', () => {
  const history = new EntryHistory();
  const typed = type(history, '', 'half', 0);
  history.keepRows();
  expect(history.undo(typed)).toBe(ROWS);
  expect(history.undo(typed)).toEqual(EMPTY_ENTRY);
  expect(history.redo(EMPTY_ENTRY)).toEqual(typed);
  expect(history.redo(typed)).toBe(ROWS);
  expect(history.undo(typed)).toBe(ROWS);
});

test('what is typed after rows were pasted is taken back before them', () => {
  const history = new EntryHistory();
  const before = type(history, '', 'half', 0);
  history.keepRows();
  const typed = type(history, 'half', 's', 1);
  expect(history.undo(typed)).toEqual(before);
  expect(history.undo(before)).toBe(ROWS);
});

test('what was added does not come back', () => {
  const history = new EntryHistory();
  type(history, '', 'added', 0);
  history.clear();
  const typed = type(history, '', 'next', 0);
  expect(history.undo(typed)).toEqual(EMPTY_ENTRY);
  expect(history.redo(EMPTY_ENTRY)).toEqual(typed);
  expect(history.redo(typed)).toEqual(typed);
});

test('an entry that was there from the start stays as it is', () => {
  const history = new EntryHistory();
  expect(history.undo(event('kept'))).toEqual(event('kept'));
  expect(history.redo(event('kept'))).toEqual(event('kept'));
});

test('typing forgets what was undone, and what is put in at once is a step of its own', () => {
  const history = new EntryHistory();
  const typed = type(history, '', 'cus', 0);
  history.keep(typed, null, 1);
  expect(history.undo(event('Customers are well'))).toEqual(typed);
  const other = type(history, 'cus', 't', 2);
  expect(history.redo(other)).toEqual(other);
});
