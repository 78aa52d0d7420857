import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useMemo } from 'react';
import type { DocumentSession } from '../session/documentSession.ts';
import { BubbleToolbar } from './bubble-toolbar/BubbleToolbar.tsx';
import { editorExtensions } from './editorExtensions.ts';
import { PictureToolbar } from './nodes/image/PictureToolbar.tsx';
import { TableToolbar } from './nodes/table/TableToolbar.tsx';
import { RowOverlays } from './rows/RowOverlays.tsx';
import { SlashMenu } from './slash-menu/SlashMenu.tsx';
import './prose.css';
import './prosemirror.css';

/** An editor that is bound to the body of a session's Y.Doc for as long as the component lives. */
export function usePostmortemEditor(session: DocumentSession): Editor {
  const extensions = useMemo(() => editorExtensions(session), [session]);
  return useEditor({
    extensions,
    // ProseMirror's few rules are in our own style sheet: the content policy takes no inline style.
    injectCSS: false,
    editorProps: { attributes: { 'aria-label': 'Postmortem', role: 'textbox', 'aria-multiline': 'true' } },
  });
}

/** The body of a postmortem, with what appears at the caret and at the selection. */
export function PostmortemEditor({ editor }: { readonly editor: Editor }) {
  return (
    <>
      <EditorContent editor={editor} />
      <BubbleToolbar editor={editor} />
      <SlashMenu />
      <TableToolbar editor={editor} />
      <PictureToolbar editor={editor} />
      <RowOverlays />
    </>
  );
}
