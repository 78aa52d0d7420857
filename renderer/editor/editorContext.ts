import { type Editor, Extension } from '@tiptap/core';
import type { DocumentSession } from '../session/documentSession.ts';

declare module '@tiptap/core' {
  interface Storage {
    editorContext: { readonly session: DocumentSession };
  }
}

/** Gives node views and commands the session that the editor is bound to. */
export const editorContext = (session: DocumentSession): Extension =>
  Extension.create({
    name: 'editorContext',
    addStorage: () => ({ session }),
  });

export const sessionOf = (editor: Editor): DocumentSession => editor.storage.editorContext.session;
