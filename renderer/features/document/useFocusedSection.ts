import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import { goToSection } from '../../editor/commands/goToSection.ts';

/** What the outline says when it goes to a section. */
export const FOCUS_SECTION = 'debrief-focus-section';

export interface FocusedSection {
  /** Of the section's heading among the blocks of the body. */
  readonly index: number;
  /** How many blocks the section has under its heading. */
  readonly blocks: number;
}

/** Puts the caret where one begins to write in a section that the outline went to; the page has been scrolled already. */
export function useFocusedSection(editor: Editor): void {
  useEffect(() => {
    const focus = (event: Event): void => {
      const { index, blocks } = (event as CustomEvent<FocusedSection>).detail;
      if (index < editor.state.doc.childCount) goToSection(editor, index, blocks);
    };
    window.addEventListener(FOCUS_SECTION, focus);
    return () => window.removeEventListener(FOCUS_SECTION, focus);
  }, [editor]);
}
