import { expect, test } from 'vitest';
import { EntryHistory, IN_DOCUMENT } from './entryHistory.ts';
import { EMPTY_ENTRY, type QuickEntry } from './quickEntry.ts';

const event = (words: string): QuickEntry => ({ ...EMPTY_ENTRY, event: words });

/** The undo of a document, in which each step is a name. */
function documentUndo() {
  const undone = {
    undoStack: ['before'] as unknown[],
    redoStack: [] as unknown[],
    undo: () => move(undone.undoStack, undone.redoStack),
    redo: () => move(undone.redoStack, undone.undoStack),
    /** Something else is done in the document. */
    edit: (name: string) => {
      undone.undoStack.push(name);
      undone.redoStack = [];
    },
  };
  return undone;
}

function move(from: unknown[], to: unknown[]): null {
  if (from.length > 0) to.push(from.pop());
  return null;
}

function historyOf(document = documentUndo()) {
  return new EntryHistory(document as unknown as ConstructorParameters<typeof EntryHistory>[0]);
}

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
  const history = historyOf();
  type(history, '', 'The alert', 0);
  const typed = type(history, 'The alert', ' fired', 10_000);
  const before = history.undo(typed);
  expect(before).toEqual(event('The alert'));
  expect(history.undo(event('The alert'))).toEqual(EMPTY_ENTRY);
});

test('undo of an entry that holds nothing is the document’s, and redo brings back its step before the entry', () => {
  const history = historyOf();
  const typed = type(history, '', 'x', 0);
  expect(history.undo(typed)).toEqual(EMPTY_ENTRY);
  expect(history.redo(EMPTY_ENTRY)).toEqual(typed);
  expect(history.undo(typed)).toEqual(EMPTY_ENTRY);
  expect(history.undo(EMPTY_ENTRY)).toBe(IN_DOCUMENT);
  expect(history.redo(EMPTY_ENTRY)).toBe(IN_DOCUMENT);
  expect(history.redo(EMPTY_ENTRY)).toEqual(typed);
});

test('words that were deleted come back, and all of them go before undo is the document’s', () => {
  const history = historyOf();
  const typed = type(history, '', 'The alert fired', 0);
  history.keep(typed, 'event', 10_000);
  expect(history.undo(EMPTY_ENTRY)).toEqual(typed);
  expect(history.redo(typed)).toEqual(EMPTY_ENTRY);
  expect(history.undo(EMPTY_ENTRY)).toEqual(typed);
  expect(history.undo(typed)).toEqual(EMPTY_ENTRY);
  expect(history.undo(EMPTY_ENTRY)).toBe(IN_DOCUMENT);
});

test('rows that were pasted while something was typed are taken back before it, and brought back after it', () => {
  const document = documentUndo();
  const history = historyOf(document);
  const typed = type(history, '', 'half', 0);
  document.edit('rows');
  history.keepRows();
  expect(history.undo(typed)).toBe(IN_DOCUMENT);
  expect(history.undo(typed)).toEqual(EMPTY_ENTRY);
  expect(history.redo(EMPTY_ENTRY)).toEqual(typed);
  expect(history.redo(typed)).toBe(IN_DOCUMENT);
  expect(history.undo(typed)).toBe(IN_DOCUMENT);
});

test('what is typed after rows were pasted is taken back before them', () => {
  const document = documentUndo();
  const history = historyOf(document);
  const before = type(history, '', 'half', 0);
  document.edit('rows');
  history.keepRows();
  const typed = type(history, 'half', 's', 1);
  expect(history.undo(typed)).toEqual(before);
  expect(history.undo(before)).toBe(IN_DOCUMENT);
});

test('what was added does not come back', () => {
  const history = historyOf();
  type(history, '', 'added', 0);
  history.clear();
  const typed = type(history, '', 'next', 0);
  expect(history.undo(typed)).toEqual(EMPTY_ENTRY);
  expect(history.redo(EMPTY_ENTRY)).toEqual(typed);
  expect(history.redo(typed)).toEqual(typed);
});

test('an entry that was there from the start stays as it is', () => {
  const history = historyOf();
  expect(history.undo(event('kept'))).toEqual(event('kept'));
  expect(history.redo(event('kept'))).toEqual(event('kept'));
});

test('typing forgets what was undone, and what is put in at once is a step of its own', () => {
  const history = historyOf();
  const typed = type(history, '', 'cus', 0);
  history.keep(typed, null, 1);
  expect(history.undo(event('Customers are well'))).toEqual(typed);
  const other = type(history, 'cus', 't', 2);
  expect(history.redo(other)).toEqual(other);
});

test('rows that were taken back elsewhere are not taken back again, and neither is what came before or after them', () => {
  const document = documentUndo();
  const history = historyOf(document);
  const typed = type(history, '', 'half', 0);
  document.edit('rows');
  history.keepRows();
  document.undo();
  expect(history.undo(typed)).toEqual(EMPTY_ENTRY);
  expect(document.undoStack).toEqual(['before']);

  const other = historyOf(document);
  document.edit('other rows');
  other.keepRows();
  document.edit('elsewhere');
  expect(other.undo(typed)).toEqual(typed);
  expect(document.undoStack).toEqual(['before', 'other rows', 'elsewhere']);
});

test('rows that were taken back here are not brought back once something else was done or brought back', () => {
  const document = documentUndo();
  const history = historyOf(document);
  const typed = type(history, '', 'half', 0);
  document.edit('rows');
  history.keepRows();
  expect(history.undo(typed)).toBe(IN_DOCUMENT);
  document.redo();
  document.edit('elsewhere');
  document.undo();
  expect(history.redo(typed)).toEqual(typed);
  expect(document.undoStack).toEqual(['before', 'rows']);
});
