import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { announce } from '../../ui/announcer/announce.ts';
import { placeCaret } from './placeCaret.ts';

/** The position before the first node of a kind with that hidden id; null where there is none. */
export function positionOfId(doc: Node, kind: string, id: string): number | null {
  let found: number | null = null;
  doc.descendants((node, position) => {
    if (found === null && node.type.name === kind && node.attrs.id === id) found = position;
    return found === null && !node.isTextblock;
  });
  return found;
}

/** Goes to a why or an action item: shows it, puts the caret at the end of its text and says where that is. */
export function goTo(editor: Editor, kind: 'why' | 'actionItem', id: string, name: string): void {
  const position = positionOfId(editor.view.state.doc, kind, id);
  if (position === null) return;
  placeCaret(editor, position, true);
  announce(name);
}
