import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';

/** What the outline says when it goes to a section: the index of its heading in the body. */
export const FOCUS_SECTION = 'debrief-focus-section';

/** Puts the caret behind a heading that the outline went to; the page has been scrolled already. */
export function useFocusedSection(editor: Editor): void {
  useEffect(() => {
    const focus = (event: Event): void => {
      const index: unknown = (event as CustomEvent).detail;
      if (typeof index !== 'number' || index >= editor.state.doc.childCount) return;
      let end = 0;
      for (let before = 0; before <= index; before += 1) end += editor.state.doc.child(before).nodeSize;
      editor.commands.setTextSelection(end - 1);
      editor.view.focus();
    };
    window.addEventListener(FOCUS_SECTION, focus);
    return () => window.removeEventListener(FOCUS_SECTION, focus);
  }, [editor]);
}
