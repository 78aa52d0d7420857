import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { bodyOf } from './layout.ts';
import type { BodyNode } from './template.ts';

/** The body's top-level nodes as ProseMirror JSON, whatever the schema says of them. */
export function readBody(doc: Y.Doc): readonly BodyNode[] {
  return (yXmlFragmentToProsemirrorJSON(bodyOf(doc)) as { content?: readonly BodyNode[] }).content ?? [];
}

/** All text under a node, blocks and rows parted by a line break, hard breaks as one. */
export function textOf(node: BodyNode): string {
  if (node.text !== undefined) return node.text;
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'rawInline') return String(node.attrs?.['value'] ?? '');
  const children = node.content ?? [];
  const inline = children.every((child) => child.text !== undefined || INLINE_TYPES.has(child.type));
  return children
    .map(textOf)
    .filter((text) => inline || text !== '')
    .join(inline ? '' : '\n');
}

const INLINE_TYPES: ReadonlySet<string> = new Set(['hardBreak', 'rawInline', 'image', 'footnoteReference']);
