import type { Editor } from '@tiptap/core';
import * as Y from 'yjs';
import { bodyOf } from '../../../shared/document/layout.ts';
import { blockContainer } from '../commands/blockContainer.ts';
import { positionOfPath } from '../commands/blockPath.ts';
import { pathOfElement } from '../commands/pathOfElement.ts';
import { sessionOf } from '../editorContext.ts';
import { positionOfId } from './goTo.ts';

/**
 * Where the row before which `position` lies will be, for a menu that stays open while others write.
 *
 * @returns what says the position before it; null where it is gone, and where a row that has no hidden id was moved
 */
export function rowLater(editor: Editor, position: number): () => number | null {
  const row = editor.state.doc.nodeAt(position);
  const place = blockContainer(editor, position);
  const element = place?.container.get(place.index);
  return () => {
    if (row === null || !(element instanceof Y.XmlElement)) return null;
    const { doc } = editor.state;
    const path = pathOfElement(bodyOf(sessionOf(editor).doc), element);
    if (path !== null) return positionOfPath(doc, path);
    return typeof row.attrs.id === 'string' ? positionOfId(doc, row.type.name, row.attrs.id) : null;
  };
}
