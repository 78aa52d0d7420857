import type { Editor } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import { safeLinkAddress } from '../../../../../shared/schema/linkPolicy.ts';
import { sourceContent } from '../newRow.ts';
import { oneLine } from './oneLine.ts';

/**
 * Pastes into a source, which is one line: an address becomes a link, lines are joined.
 * @returns false when the caret is in no source
 */
export function pasteIntoSource(editor: Editor, text: string, slice: Slice): boolean {
  const { state } = editor;
  const { $from, $to } = state.selection;
  if ($from.parent.type.name !== 'timelineSource' || !$from.sameParent($to)) return false;
  const address = safeLinkAddress(text);
  const link = address !== null && !/\s/.test(address) && state.selection.empty;
  const content = link ? sourceContent(state.schema, text) : oneLine(slice.content, state.schema.text(' '));
  const { from, to } = state.selection;
  editor.view.dispatch(state.tr.replaceWith(from, to, content).scrollIntoView());
  return true;
}
