import { EditorContent, useEditor } from '@tiptap/react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { DocumentSession } from '../session/documentSession.ts';
import { BubbleToolbar } from './bubble-toolbar/BubbleToolbar.tsx';
import { editorExtensions } from './editorExtensions.ts';
import { SlashMenu } from './slash-menu/SlashMenu.tsx';
import './prose.css';
import './prosemirror.css';

/** The body of a postmortem, bound to its session's Y.Doc. */
export function PostmortemEditor({ session }: { readonly session: DocumentSession }) {
  const extensions = useMemo(() => editorExtensions(session), [session]);
  const readOnly = useStore(session.state, ({ save }) => save.kind === 'read-only');
  const editor = useEditor({
    extensions,
    editable: !readOnly,
    // ProseMirror's few rules are in our own style sheet: the content policy takes no inline style.
    injectCSS: false,
    editorProps: { attributes: { 'aria-label': 'Postmortem', role: 'textbox', 'aria-multiline': 'true' } },
  });
  return (
    <>
      <EditorContent editor={editor} />
      <BubbleToolbar editor={editor} />
      <SlashMenu />
    </>
  );
}
