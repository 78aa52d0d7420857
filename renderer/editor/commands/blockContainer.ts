import type { Editor } from '@tiptap/core';
import type * as Y from 'yjs';
import { bodyOf } from '../../../shared/document/layout.ts';
import { elementAt } from '../../../shared/document/moveElement.ts';
import { sessionOf } from '../editorContext.ts';
import { blockPathOf } from './blockPath.ts';

/** Where a block stands in the Y.Doc. */
export interface BlockContainer {
  readonly container: Y.XmlFragment;
  /** The child indexes that lead from the body to the container. */
  readonly path: readonly number[];
  /** Of the block among the container's children. */
  readonly index: number;
}

/** What holds the node at `position`, for what is done on the Y.Doc itself; null where no node is. */
export function blockContainer(editor: Editor, position: number): BlockContainer | null {
  const whole = blockPathOf(editor.state.doc, position);
  const path = whole.slice(0, -1);
  const index = whole[whole.length - 1];
  const body = bodyOf(sessionOf(editor).doc);
  const container = path.length === 0 ? body : elementAt(body, path);
  return container === null || index === undefined || index >= container.length
    ? null
    : { container, path, index };
}
