import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { postmortemSchema as schema } from '../../../shared/schema/postmortemSchema.ts';

const textOf = (words: string): readonly object[] => (words === '' ? [] : [{ type: 'text', text: words }]);

export const line = (words: string): object => ({ type: 'paragraph', content: textOf(words) });

export const block = (type: string, ...content: readonly (object | string)[]): object => ({
  type,
  content: content.flatMap((part) => (typeof part === 'string' ? textOf(part) : [part])),
});

/** The position of the first of a mark in the text. */
export function placeOf(doc: Node, mark: string): number {
  let found = -1;
  doc.descendants((node, position) => {
    const at = node.text?.indexOf(mark) ?? -1;
    if (found < 0 && at >= 0) found = position + at;
  });
  if (found < 0) throw new Error(`there is no ${mark}`);
  return found;
}

/** A state of a document of these blocks, selected from `[` to `]` where it has them; they stay in the text. */
export function marked(...blocks: readonly object[]): EditorState {
  const doc = schema.nodeFromJSON({ type: 'doc', content: blocks });
  const holds = doc.textContent.includes('[');
  return EditorState.create({
    doc,
    ...(holds ? { selection: TextSelection.create(doc, placeOf(doc, '['), placeOf(doc, ']')) } : {}),
  });
}
