import { mergeAttributes, Node } from '@tiptap/core';
import { containerNode } from './containerNode.ts';
import { attributes } from './dataAttribute.ts';

/** Raw HTML or another source block that has no form of its own: kept and shown as text, never run. */
export const RawBlock = containerNode({
  name: 'rawBlock',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
});

/** Raw HTML inside a line, a comment for example: shown as text, never run. */
export const RawInline = Node.create({
  name: 'rawInline',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => attributes({ texts: ['value'] }),
  parseHTML: () => [{ tag: 'span[data-node="rawInline"]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { 'data-node': 'rawInline' })],
});

/** A reference to the footnote of the same label. */
export const FootnoteReference = Node.create({
  name: 'footnoteReference',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => attributes({ texts: ['label'] }),
  parseHTML: () => [{ tag: 'sup[data-node="footnoteReference"]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'sup',
    mergeAttributes(HTMLAttributes, { 'data-node': 'footnoteReference' }),
  ],
});

/** A footnote's text, at the place in the document where it was written. */
export const Footnote = containerNode({
  name: 'footnote',
  group: 'block',
  content: 'block*',
  attributes: attributes({ texts: ['label'] }),
});
