import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { moveElement } from '../../../shared/document/moveElement.ts';
import { BY_HAND } from '../../session/origins.ts';
import { blockContainer } from './blockContainer.ts';
import { positionOfPath } from './blockPath.ts';

/**
 * Moves the node at `position` to another place among its siblings and keeps the caret where it was in it.
 *
 * @param to index among its siblings that it will have
 * @returns false when it cannot go there
 */
export function moveBlock(editor: Editor, position: number, to: number): boolean {
  const { state } = editor;
  const node = state.doc.nodeAt(position);
  const place = blockContainer(editor, position);
  if (!editor.isEditable || node === null || place === null) return false;
  const { container, path, index: from } = place;
  if (to < 0 || to >= container.length || to === from) return false;
  const { anchor, head } = state.selection;
  const inside = anchor > position && head < position + node.nodeSize;
  moveElement(container, from, to, BY_HAND);
  const moved = positionOfPath(editor.state.doc, [...path, to]);
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
