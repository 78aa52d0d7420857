import { Extension } from '@tiptap/core';
import { type ResolvedPos, type Schema, Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorProps } from '@tiptap/pm/view';
import { readBody } from '../../../shared/markdown/blocks/readBody.ts';
import { looksLikeMarkdown } from './looksLikeMarkdown.ts';

type TextParser = NonNullable<EditorProps['clipboardTextParser']>;

/**
 * Plain text that is Markdown is pasted as what it means. Ctrl+Shift+V pastes it as it stands, as do places that
 * hold code.
 */
export const pasteMarkdown = Extension.create({
  name: 'pasteMarkdown',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('pasteMarkdown'),
      // ProseMirror goes on to its own parser where this one answers null, which its types do not say.
      props: { clipboardTextParser: parsedMarkdown as TextParser },
    }),
  ],
});

function parsedMarkdown(text: string, $context: ResolvedPos, plain: boolean): Slice | null {
  if (plain || $context.parent.type.spec.code || !looksLikeMarkdown(text)) return null;
  try {
    return sliceOf(text, $context.doc.type.schema);
  } catch {
    // Too long or too deep to be read as Markdown: it is pasted as text.
    return null;
  }
}

function sliceOf(text: string, schema: Schema): Slice {
  const doc = schema.nodeFromJSON({ type: 'doc', content: readBody(text) });
  return Slice.maxOpen(doc.content);
}
