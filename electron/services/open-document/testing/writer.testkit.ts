import * as Y from 'yjs';
import type { OpenDocument } from '../index.ts';

/** A window as storage sees it: a Y.Doc of its own that pushes what it types and takes what others do. */
export class Writer {
  readonly doc = new Y.Doc();
  readonly #document: OpenDocument;
  readonly #end: () => void;

  constructor(document: OpenDocument) {
    this.#document = document;
    Y.applyUpdate(this.doc, document.state());
    this.#end = document.subscribe({
      update: (update, from) => {
        if (from !== this) Y.applyUpdate(this.doc, update, 'host');
      },
      saveState: () => {},
    });
  }

  get text(): Y.Text {
    return this.doc.getText('text');
  }

  /** Resolves when what was typed is acknowledged. */
  type(word: string): Promise<void> {
    return this.#push(() => this.text.insert(this.text.length, `${word} `));
  }

  delete(word: string): Promise<void> {
    return this.#push(() => this.text.delete(this.text.toString().indexOf(word), word.length));
  }

  leave(): void {
    this.#end();
  }

  #push(edit: () => void): Promise<void> {
    const before = Y.encodeStateVector(this.doc);
    let update: Uint8Array | null = null;
    const note = (change: Uint8Array) => {
      update = change;
    };
    this.doc.on('update', note);
    this.doc.transact(edit);
    this.doc.off('update', note);
    return this.#document.push(update ?? Y.encodeStateAsUpdate(this.doc, before), this);
  }
}

/** The text of a document's state. */
export function textOf(state: Uint8Array): string {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc.getText('text').toString();
}

/** A first state with one word in it. */
export function stateWith(word: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('text').insert(0, `${word} `);
  return Y.encodeStateAsUpdate(doc);
}
