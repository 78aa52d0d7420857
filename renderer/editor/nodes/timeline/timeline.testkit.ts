import type { Node } from '@tiptap/pm/model';
import { postmortemSchema } from '../../../../shared/schema/postmortemSchema.ts';

type Attributes = Readonly<Record<string, unknown>>;

/** A row as a person would have written it: one paragraph an entry of `events`, and a source. */
export const rowOf = (attrs: Attributes, events: readonly string[], source = ''): object => ({
  type: 'timelineRow',
  attrs,
  content: [
    { type: 'timelineEvent', content: events.map((text) => ({ type: 'paragraph', content: textOf(text) })) },
    { type: 'timelineSource', content: textOf(source) },
  ],
});

const textOf = (text: string): readonly object[] => (text === '' ? [] : [{ type: 'text', text }]);

/** A document with a heading, a timeline of these rows and a paragraph behind it. */
export const documentWith = (...rows: readonly object[]): Node =>
  postmortemSchema.nodeFromJSON({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: textOf('Timeline') },
      { type: 'timeline', content: rows },
      { type: 'paragraph', content: textOf('After') },
    ],
  });

/** The timeline of `documentWith`, and the position before it. */
export function timelineIn(doc: Node): { readonly timeline: Node; readonly timelinePos: number } {
  return { timeline: doc.child(1), timelinePos: doc.child(0).nodeSize };
}

/** The position of the first character of a text. */
export function positionOf(doc: Node, text: string): number {
  let position = -1;
  doc.descendants((node, pos) => {
    const at = node.text?.indexOf(text) ?? -1;
    if (at >= 0 && position < 0) position = pos + at;
  });
  if (position < 0) throw new Error(`there is no ${text}`);
  return position;
}
