import type { Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { bodyOf } from '../../shared/document/layout.ts';
import { postmortemExtensions } from '../../shared/schema/postmortemSchema.ts';
import type { DocumentSession } from '../session/documentSession.ts';
import { editorContext } from './editorContext.ts';

/** The schema's nodes with their views and commands, bound to a session's document. */
export function editorExtensions(session: DocumentSession): Extensions {
  return [
    editorContext(session),
    ...postmortemExtensions,
    Collaboration.configure({
      fragment: bodyOf(session.doc),
      yUndoOptions: { undoManager: session.undo },
    }),
  ];
}
