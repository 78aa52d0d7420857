import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { aboutOf, bodyOf, factsOf } from '../../shared/document/layout.ts';
import { alignRedone } from './alignRedone.ts';
import { BY_HAND } from './origins.ts';
import { holdsOthersWork, wonOverOthers } from './othersWork.ts';

/** Edits in one place that are closer together than this, in milliseconds, are undone together. */
export const ONE_STEP = 500;

/**
 * Undo of a person's own edits, over body, facts and status together. What the program counts in `about` changes by
 * itself, never by hand, so that it is not taken back. What another person has changed since stays as
 * they left it, and so does the place of what they wrote: a row is not taken back from under somebody else's
 * words. Of a value that both set at once the one that won stays. `leftAsIs` is then told, so that the window can say
 * so.
 */
export class PersonalUndo extends Y.UndoManager {
  readonly #leftAsIs: () => void;
  #keptSomething = false;

  constructor(doc: Y.Doc, leftAsIs: () => void) {
    super([bodyOf(doc), factsOf(doc), aboutOf(doc)], {
      trackedOrigins: new Set([ySyncPluginKey, BY_HAND]),
      captureTimeout: ONE_STEP,
      deleteFilter: (item) => this.#mayDelete(item),
    });
    this.#leftAsIs = leftAsIs;
    doc.on('beforeTransaction', (transaction) => {
      if (transaction.origin === this)
        alignRedone(transaction, this.undoing ? this.undoStack : this.redoStack);
    });
  }

  override undo(): ReturnType<Y.UndoManager['undo']> {
    return this.#popping(this.undoStack, () => super.undo());
  }

  override redo(): ReturnType<Y.UndoManager['redo']> {
    return this.#popping(this.redoStack, () => super.redo());
  }

  /** Yjs drops steps that no longer change anything and goes on to the next one. */
  #popping<T>(stack: readonly unknown[], pop: () => T | null): T | null {
    const before = stack.length;
    this.#keptSomething = false;
    const popped = pop();
    const isOthers = before - stack.length > (popped === null ? 0 : 1);
    if (isOthers || this.#keptSomething) this.#leftAsIs();
    return popped;
  }

  /** Asked for what stands in a place before the place itself, and when all that comes back is there. */
  #mayDelete(item: Y.Item): boolean {
    const mayDelete = !holdsOthersWork(item, this.doc.clientID) && !wonOverOthers(item);
    if (!mayDelete) this.#keptSomething = true;
    return mayDelete;
  }
}
