import * as Y from 'yjs';
import { bodyOf } from './layout.ts';
import type { BodyNode } from './template.ts';

/** The body's top-level nodes as ProseMirror JSON, whatever the schema says of them. */
export const readBody = (doc: Y.Doc): readonly BodyNode[] => bodyOf(doc).toArray().flatMap(nodesOf);

/** An element, or the runs of a text, as ProseMirror JSON. Content of other kinds is left out. */
export function nodesOf(shared: unknown): readonly BodyNode[] {
  if (shared instanceof Y.XmlText) return runsOf(shared);
  if (!(shared instanceof Y.XmlElement)) return [];
  const attrs = shared.getAttributes() as Record<string, unknown>;
  const content = shared.toArray().flatMap(nodesOf);
  return [
    {
      type: shared.nodeName,
      ...(Object.keys(attrs).length === 0 ? {} : { attrs }),
      ...(content.length === 0 ? {} : { content }),
    },
  ];
}

function runsOf(text: Y.XmlText): readonly BodyNode[] {
  const delta = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return delta.flatMap(({ insert, attributes }) =>
    typeof insert !== 'string'
      ? []
      : [{ type: 'text', text: insert, ...(attributes === undefined ? {} : { marks: marksOf(attributes) }) }],
  );
}

/** Yjs stores overlapping marks of one type as `name--hash`. */
const marksOf = (attributes: Record<string, unknown>) =>
  Object.entries(attributes).map(([key, value]) => ({
    type: key.replace(/--[A-Za-z0-9+/=]{8}$/, ''),
    ...(value !== null && typeof value === 'object' && Object.keys(value).length > 0
      ? { attrs: value as Record<string, unknown> }
      : {}),
  }));

/** All text under a node, blocks and rows parted by a line break, hard breaks as one. */
export function textOf(node: BodyNode): string {
  if (node.text !== undefined) return node.text;
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'rawInline') return String(node.attrs?.value ?? '');
  const children = node.content ?? [];
  const inline = children.every((child) => child.text !== undefined || INLINE_TYPES.has(child.type));
  return children
    .map(textOf)
    .filter((text) => inline || text !== '')
    .join(inline ? '' : '\n');
}

/** What stands in a line beside its texts. */
export const INLINE_TYPES: ReadonlySet<string> = new Set([
  'hardBreak',
  'rawInline',
  'image',
  'footnoteReference',
]);
