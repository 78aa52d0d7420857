import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { bodyOf } from '../../../shared/document/layout.ts';
import { elementAt, moveElement } from '../../../shared/document/moveElement.ts';
import { BY_HAND } from '../../session/origins.ts';
import { sessionOf } from '../editorContext.ts';
import { blockPathOf, positionOfPath } from './blockPath.ts';

/**
 * Moves the node at `position` to another place among its siblings and keeps the caret where it was in it.
 *
 * @param to index among its siblings that it will have
 * @returns false when it cannot go there
 */
export function moveBlock(editor: Editor, position: number, to: number): boolean {
  const { state } = editor;
  const node = state.doc.nodeAt(position);
  const path = blockPathOf(state.doc, position);
  const from = path[path.length - 1];
  const parentPath = path.slice(0, -1);
  const body = bodyOf(sessionOf(editor).doc);
  const container = parentPath.length === 0 ? body : elementAt(body, parentPath);
  if (!editor.isEditable || node === null || from === undefined || container === null) return false;
  if (to < 0 || to >= container.length || to === from) return false;
  const { anchor, head } = state.selection;
  const inside = anchor > position && head < position + node.nodeSize;
  moveElement(container, from, to, BY_HAND);
  const moved = positionOfPath(editor.state.doc, [...parentPath, to]);
  if (inside && moved !== null) {
    const { tr } = editor.state;
    tr.setSelection(
      TextSelection.between(
        tr.doc.resolve(moved + anchor - position),
        tr.doc.resolve(moved + head - position),
      ),
    );
    editor.view.dispatch(tr.setMeta('addToHistory', false).scrollIntoView());
  }
  return true;
}
