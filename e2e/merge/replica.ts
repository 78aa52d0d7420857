import { Editor } from '@tiptap/core';
import * as Y from 'yjs';
import { editorExtensions } from '../../renderer/editor/editorExtensions.ts';
import { PersonalUndo } from '../../renderer/session/personalUndo.ts';
import { type Places, placesIn } from './places.ts';

/** One offline author: a Y.Doc of its own with the product's editor bound to it, in the page. */
export class Replica {
  readonly doc: Y.Doc;
  readonly undo: Y.UndoManager;
  readonly editor: Editor;

  constructor(state: Uint8Array, clientId: number) {
    this.doc = new Y.Doc({ gc: true });
    this.doc.clientID = clientId;
    Y.applyUpdate(this.doc, state);
    this.undo = new PersonalUndo(this.doc, () => {});
    const element = document.createElement('div');
    // What it shows is asked of its document: nobody looks, and nothing need be laid out.
    element.hidden = true;
    document.body.append(element);
    this.editor = new Editor({
      element,
      extensions: editorExtensions({ doc: this.doc, undo: this.undo, session: 'merge' }),
      injectCSS: false,
    });
  }

  /** The whole document as bytes that are alike for equal documents: state, deletions and all. */
  get state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc);
  }

  get places(): Places {
    return placesIn(this.doc);
  }

  take(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'another replica');
  }

  close(): void {
    this.editor.destroy();
    document.body.replaceChildren();
    this.undo.destroy();
    this.doc.destroy();
  }
}
