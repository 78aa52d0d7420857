import type { Editor } from '@tiptap/core';
import { BY_HAND } from '../../session/origins.ts';
import { sessionOf } from '../editorContext.ts';
import { blockContainer } from './blockContainer.ts';

/**
 * Deletes the node at `position`, made on the Y.Doc: through the editor the diff may empty this one and delete
 * its neighbour instead, when that is empty, and with it what somebody else types into it meanwhile.
 *
 * @returns false when there is none to delete
 */
export function deleteBlock(editor: Editor, position: number): boolean {
  const place = blockContainer(editor, position);
  if (!editor.isEditable || place === null) return false;
  sessionOf(editor).doc.transact(() => place.container.delete(place.index, 1), BY_HAND);
  return true;
}
