import type { Editor } from '@tiptap/core';
import { useMemo } from 'react';

/** What floats beside a node is placed by: where the node at `position` is drawn now; nowhere for null. */
export const useNodeAnchor = (editor: Editor, position: number | null) =>
  useMemo(
    () => ({
      getBoundingClientRect: () => {
        const dom = position === null ? null : editor.view.nodeDOM(position);
        return dom instanceof Element ? dom.getBoundingClientRect() : new DOMRect();
      },
    }),
    [editor, position],
  );
