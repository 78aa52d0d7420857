import type { Editor } from '@tiptap/core';
import { bodyOf } from '../../../shared/document/layout.ts';
import { elementAt } from '../../../shared/document/moveElement.ts';
import { BY_HAND } from '../../session/origins.ts';
import { sessionOf } from '../editorContext.ts';
import { blockPathOf } from './blockPath.ts';

/**
 * Deletes the node at `position`, made on the Y.Doc: through the editor the diff may empty this one and delete
 * its neighbour instead, when that is empty, and with it what somebody else types into it meanwhile.
 *
 * @returns false when there is none to delete
 */
export function deleteBlock(editor: Editor, position: number): boolean {
  const path = blockPathOf(editor.state.doc, position);
  const index = path[path.length - 1];
  const parentPath = path.slice(0, -1);
  const { doc } = sessionOf(editor);
  const body = bodyOf(doc);
  const container = parentPath.length === 0 ? body : elementAt(body, parentPath);
  if (!editor.isEditable || index === undefined || container === null || index >= container.length)
    return false;
  doc.transact(() => container.delete(index, 1), BY_HAND);
  return true;
}
