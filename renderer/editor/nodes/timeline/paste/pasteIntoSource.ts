import type { Editor } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import { withLinks } from '../../../marks/link/linkedText.ts';
import { oneLine } from '../../../rows/oneLine.ts';

/**
 * Pastes into a source, which is one line: addresses become links, lines are joined.
 * @returns false when the caret is in no source
 */
export function pasteIntoSource(editor: Editor, slice: Slice): boolean {
  const { state } = editor;
  const { $from, $to } = state.selection;
  if ($from.parent.type.name !== 'timelineSource' || !$from.sameParent($to)) return false;
  const content = withLinks(oneLine(slice.content, state.schema.text(' ')));
  const { from, to } = state.selection;
  editor.view.dispatch(state.tr.replaceWith(from, to, content).scrollIntoView());
  return true;
}
