import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Selection, type Transaction } from '@tiptap/pm/state';
import { matchesShortcut } from '../../ui/keyboard.ts';

const INDENT = '  ';

/** Tab in code indents and Shift Tab takes that back, as in every editor of code. Esc first, and Tab leaves it. */
export const indentCode = Extension.create({
  name: 'indentCode',
  // Before the keys of rows, lists and tables, which may hold code.
  priority: 1_000,
  addProseMirrorPlugins() {
    let leaving: Selection | null = null;
    return [
      new Plugin({
        key: new PluginKey('indentCode'),
        props: {
          handleKeyDown: (view, event) => {
            const { state } = view;
            if (!isInCode(state)) return false;
            if (event.key === 'Escape') leaving = state.selection;
            const back = matchesShortcut(event, 'Shift+Tab');
            if (!view.editable || (!back && !matchesShortcut(event, 'Tab'))) return false;
            if (leaving?.eq(state.selection)) return false;
            view.dispatch(indented(state, back).scrollIntoView());
            return true;
          },
        },
      }),
    ];
  },
});

const isInCode = ({ selection: { $from, $to } }: EditorState): boolean =>
  $from.sameParent($to) && $from.parent.type.spec.code === true;

/** Two spaces at the caret, or before each line that is selected; with `back` those before each line away. */
export function indented(state: EditorState, back: boolean): Transaction {
  const { tr, selection } = state;
  if (selection.empty && !back) return tr.insertText(INDENT);
  const { $from, $to } = selection;
  const text = $from.parent.textContent;
  for (const start of lineStarts(text, $from.parentOffset, $to.parentOffset)) {
    const at = tr.mapping.map($from.start() + start);
    const spaces = /^ {0,2}/.exec(text.slice(start))?.[0].length ?? 0;
    if (back) tr.delete(at, at + spaces);
    else tr.insertText(INDENT, at);
  }
  return tr;
}

/** Where the lines begin that a piece of the text touches. */
function lineStarts(text: string, from: number, to: number): readonly number[] {
  const first = text.lastIndexOf('\n', from - 1) + 1;
  const starts = from === 0 ? [0] : [first];
  for (let at = text.indexOf('\n', from); at !== -1 && at < to - 1; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}
