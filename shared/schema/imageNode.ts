import { mergeAttributes, Node } from '@tiptap/core';
import { attributes } from './dataAttribute.ts';

/**
 * A picture in a line. `hash` (SHA-256, 64 hex digits) names a blob in the file; `address` is what an
 * imported reference said, kept as text and never fetched. One of the two is set. `href` is where a click on
 * the picture leads, since marks of what is no text are not stored.
 */
export const Image = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  atom: true,
  draggable: true,
  addAttributes: () => attributes({ texts: ['hash', 'address', 'alt', 'title', 'href'] }),
  parseHTML: () => [{ tag: 'span[data-node="image"]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { 'data-node': 'image' })],
});
