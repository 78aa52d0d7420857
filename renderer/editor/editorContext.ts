import { type Editor, Extension } from '@tiptap/core';
import type * as Y from 'yjs';

/** What an editor needs of the document that it is bound to. A window's DocumentSession is one. */
export interface EditedDocument {
  readonly doc: Y.Doc;
  /** Over the body, the facts and the status; a person's own edits only. */
  readonly undo: Y.UndoManager;
  /** The host's name for this window's opening of the document, for calls about its pictures. */
  readonly session: string;
}

declare module '@tiptap/core' {
  interface Storage {
    editorContext: { readonly session: EditedDocument };
  }
}

/** Gives node views and commands the document that the editor is bound to. */
export const editorContext = (session: EditedDocument): Extension =>
  Extension.create({
    name: 'editorContext',
    addStorage: () => ({ session }),
  });

export const sessionOf = (editor: Editor): EditedDocument => editor.storage.editorContext.session;
