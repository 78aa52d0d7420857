import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { cleanHtml } from './cleanHtml.ts';

/** Cleans what other programs paste and drop before ProseMirror parses it. */
export const pasteHtml = Extension.create({
  name: 'pasteHtml',
  addProseMirrorPlugins: () => [
    new Plugin({ key: new PluginKey('pasteHtml'), props: { transformPastedHTML: cleanHtml } }),
  ],
});
