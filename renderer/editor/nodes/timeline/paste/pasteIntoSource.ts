import { Extension } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { withLinks } from '../../../marks/link/linkedText.ts';
import { pasteRulePlugin } from '../../../pasteRule.ts';
import { oneLine } from '../../../rows/oneLine.ts';

/** What is pasted into a source, which is one line: addresses become links, lines are joined. @returns null elsewhere */
function pastedIntoSource(state: EditorState, slice: Slice): Transaction | null {
  const { $from, $to, from, to } = state.selection;
  if ($from.parent.type.name !== 'timelineSource' || !$from.sameParent($to)) return null;
  const content = withLinks(oneLine(slice.content, state.schema.text(' ')));
  return state.tr.replaceWith(from, to, content).scrollIntoView();
}

export const pasteIntoSource = Extension.create({
  name: 'pasteIntoSource',
  // Before an address that is pasted over words makes a link of them.
  priority: 1_000,
  addProseMirrorPlugins: () => [pasteRulePlugin('pasteIntoSource', pastedIntoSource)],
});
