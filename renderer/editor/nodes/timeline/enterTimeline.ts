import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { goToEvent, goToQuickAdd } from './goTo.ts';
import { rowAtIndex } from './rowPlace.ts';

/**
 * Arrows from the text before a timeline into its first row, and from the text behind it to its foot.
 * @returns whether the key was taken
 */
export function enterTimeline(editor: Editor, view: EditorView, event: KeyboardEvent): boolean {
  const { selection, doc } = view.state;
  const down = event.key === 'ArrowDown';
  if (
    (!down && event.key !== 'ArrowUp') ||
    event.shiftKey ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey
  ) {
    return false;
  }
  const { $head } = selection;
  if (!(selection instanceof TextSelection) || !selection.empty || $head.depth !== 1) return false;
  const beside = down ? doc.resolve($head.after()).nodeAfter : doc.resolve($head.before()).nodeBefore;
  if (beside?.type.name !== 'timeline' || !view.endOfTextblock(down ? 'down' : 'up')) return false;
  const timelinePos = down ? $head.after() : $head.before() - beside.nodeSize;
  const first = down ? rowAtIndex(doc, timelinePos, 0) : null;
  if (first === null) goToQuickAdd(editor, timelinePos, 'event');
  else goToEvent(editor, first.rowPos, 'start');
  return true;
}
