import type * as Y from 'yjs';
import { ONE_STEP } from '../../../session/personalUndo.ts';
import { isEmptyEntry, type QuickEntry } from './quickEntry.ts';

/** That a step of the document was undone or redone, and the entry stays as it is. */
export const IN_DOCUMENT = 'in document';

/** A step of the document's own: rows that were pasted at the foot while the entry stood there, or what was before. */
interface DocumentStep {
  readonly item: unknown;
}

type Step = QuickEntry | DocumentStep;

type DocumentUndo = Pick<Y.UndoManager, 'undo' | 'redo' | 'undoStack' | 'redoStack'>;

/**
 * The steps in which an entry was written that is not in the document yet. The browser's own undo is of no use for it:
 * it knows nothing of what was put in without typing, and brings back what was added long ago.
 */
export class EntryHistory {
  readonly #document: DocumentUndo;
  #past: readonly Step[] = [];
  #future: readonly Step[] = [];
  #typed: { readonly field: keyof QuickEntry; readonly at: number } | null = null;

  constructor(document: DocumentUndo) {
    this.#document = document;
  }

  /**
   * Keeps the entry as it is before a change. Typing in one field at a stretch is one step.
   *
   * @param field where it is typed; null for what is put in at once
   * @param at the time of the change, in milliseconds
   */
  keep(before: QuickEntry, field: keyof QuickEntry | null, at: number): void {
    const last = this.#typed;
    const goesOn = last !== null && last.field === field && at - last.at < ONE_STEP;
    if (!goesOn) this.#past = [...this.#past, before];
    this.#future = [];
    this.#typed = field === null ? null : { field, at };
  }

  /** Keeps that rows came into the document just now, which undo takes out again before what was typed. */
  keepRows(): void {
    this.#past = withLast(this.#past, this.#document.undoStack);
    this.#future = [];
    this.#typed = null;
  }

  /**
   * @returns the entry as it was a step before, or that the step was the document's, as it is where nothing stands in
   * the entry and nothing was taken out of it
   */
  undo(now: QuickEntry): QuickEntry | typeof IN_DOCUMENT {
    this.#typed = null;
    this.#past = withoutTaken(this.#past, this.#document.undoStack);
    const before = this.#past.at(-1);
    const isOver = isEmptyEntry(now) && (before === undefined || isEmptyStep(before));
    if (isDocumentStep(before) || isOver) {
      this.#past = isOver ? [] : this.#past.slice(0, -1);
      this.#document.undo();
      this.#future = withLast(this.#future, this.#document.redoStack);
      return IN_DOCUMENT;
    }
    if (before === undefined) return now;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, now];
    return before;
  }

  /** @returns the entry as it was before the last undo, or that the step was the document's, as for undo */
  redo(now: QuickEntry): QuickEntry | typeof IN_DOCUMENT {
    this.#typed = null;
    this.#future = withoutTaken(this.#future, this.#document.redoStack);
    const next = this.#future.at(-1);
    if (next === undefined && !isEmptyEntry(now)) return now;
    this.#future = this.#future.slice(0, -1);
    if (next === undefined || isDocumentStep(next)) {
      this.#document.redo();
      if (next !== undefined) this.#past = withLast(this.#past, this.#document.undoStack);
      return IN_DOCUMENT;
    }
    this.#past = [...this.#past, now];
    return next;
  }

  /** The entry is in the document, or another step was taken there: what was written before is over. */
  clear(): void {
    this.#past = [];
    this.#future = [];
    this.#typed = null;
  }
}

const isDocumentStep = (step: Step | undefined): step is DocumentStep => step !== undefined && 'item' in step;

const isEmptyStep = (step: Step): boolean => !isDocumentStep(step) && isEmptyEntry(step);

function withLast(steps: readonly Step[], stack: readonly unknown[]): readonly Step[] {
  const item = stack.at(-1);
  return item === undefined ? steps : [...steps, { item }];
}

/** Without steps of the document that are not its next one: they were taken elsewhere, or others came after them. */
function withoutTaken(steps: readonly Step[], stack: readonly unknown[]): readonly Step[] {
  const last = steps.at(-1);
  const isTaken = isDocumentStep(last) && last.item !== stack.at(-1);
  return isTaken ? withoutTaken(steps.slice(0, -1), stack) : steps;
}
