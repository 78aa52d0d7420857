import { ONE_STEP } from '../../../session/personalUndo.ts';
import { isEmptyEntry, type QuickEntry } from './addQuickRow.ts';

/**
 * The steps in which an entry was written that is not in the document yet. The browser's own undo is of no use for it:
 * it knows nothing of what was put in without typing, and brings back what was added long ago.
 */
export class EntryHistory {
  #past: readonly QuickEntry[] = [];
  #future: readonly QuickEntry[] = [];
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

  /**
   * @returns the entry as it was a step before; null where undo is the document's: nothing stands in it, and nothing
   * was taken out of it
   */
  undo(now: QuickEntry): QuickEntry | null {
    this.#typed = null;
    const before = this.#past.at(-1);
    if (isEmptyEntry(now) && (before === undefined || isEmptyEntry(before))) {
      this.clear();
      return null;
    }
    if (before === undefined) return now;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, now];
    return before;
  }

  /** @returns the entry as it was before the last undo; null where redo is the document's */
  redo(now: QuickEntry): QuickEntry | null {
    this.#typed = null;
    const next = this.#future.at(-1);
    if (next === undefined) return isEmptyEntry(now) ? null : now;
    this.#future = this.#future.slice(0, -1);
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
