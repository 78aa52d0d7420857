import { ONE_STEP } from '../../../session/personalUndo.ts';
import { isEmptyEntry, type QuickEntry } from './addQuickRow.ts';

/** A step of the document's own: rows that were pasted at the foot while the entry stood there, or what was before. */
export const ROWS = 'rows';

/**
 * The steps in which an entry was written that is not in the document yet. The browser's own undo is of no use for it:
 * it knows nothing of what was put in without typing, and brings back what was added long ago.
 */
export class EntryHistory {
  #past: readonly (QuickEntry | typeof ROWS)[] = [];
  #future: readonly (QuickEntry | typeof ROWS)[] = [];
  #typed: { readonly field: keyof QuickEntry; readonly at: number } | null = null;

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

  /** Keeps that rows came into the document, which undo takes out again before what was typed. */
  keepRows(): void {
    this.#past = [...this.#past, ROWS];
    this.#future = [];
    this.#typed = null;
  }

  /**
   * @returns the entry as it was a step before, or that the step is the document's; null where undo is the document's
   * from here on: nothing stands in the entry, and nothing was taken out of it
   */
  undo(now: QuickEntry): QuickEntry | typeof ROWS | null {
    this.#typed = null;
    const before = this.#past.at(-1);
    if (before === ROWS) {
      this.#past = this.#past.slice(0, -1);
      this.#future = [...this.#future, ROWS];
      return ROWS;
    }
    if (isEmptyEntry(now) && (before === undefined || isEmptyEntry(before))) {
      this.#past = [];
      this.#future = [...this.#future, ROWS];
      return null;
    }
    if (before === undefined) return now;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, now];
    return before;
  }

  /** @returns the entry as it was before the last undo, or that the step is the document's; null as for undo */
  redo(now: QuickEntry): QuickEntry | typeof ROWS | null {
    this.#typed = null;
    const next = this.#future.at(-1);
    if (next === undefined) return isEmptyEntry(now) ? null : now;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, next === ROWS ? ROWS : now];
    return next;
  }

  /** The entry is in the document, or another step was taken there: what was written before is over. */
  clear(): void {
    this.#past = [];
    this.#future = [];
    this.#typed = null;
  }
}
