import { type Attribute, mergeAttributes, Node } from '@tiptap/core';

/**
 * A node of our own that is drawn as `<div data-node="NAME">` in HTML. Content expressions of containers
 * always accept any number of children in any order: two offline edits may merge into a shape that nobody
 * typed, and the binding deletes from the shared document what the schema rejects.
 */
export function containerNode(spec: {
  readonly name: string;
  readonly content: string;
  readonly group?: string;
  readonly attributes?: Record<string, Attribute>;
  readonly isolating?: boolean;
  readonly atom?: boolean;
  readonly draggable?: boolean;
  readonly code?: boolean;
  readonly marks?: string;
}): Node {
  return Node.create({
    name: spec.name,
    content: spec.content,
    ...(spec.group === undefined ? {} : { group: spec.group }),
    ...(spec.marks === undefined ? {} : { marks: spec.marks }),
    ...(spec.code === undefined ? {} : { code: spec.code }),
    atom: spec.atom ?? false,
    isolating: spec.isolating ?? true,
    defining: true,
    selectable: true,
    draggable: spec.draggable ?? false,
    addAttributes: () => spec.attributes ?? {},
    parseHTML: () => [
      {
        tag: `div[data-node="${spec.name}"]`,
        ...(spec.code ? { preserveWhitespace: 'full' as const } : {}),
      },
    ],
    renderHTML: ({ HTMLAttributes }) =>
      spec.atom
        ? ['div', mergeAttributes(HTMLAttributes, { 'data-node': spec.name })]
        : ['div', mergeAttributes(HTMLAttributes, { 'data-node': spec.name }), 0],
  });
}
