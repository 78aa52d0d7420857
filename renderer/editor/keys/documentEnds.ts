import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, Selection, TextSelection } from '@tiptap/pm/state';
import { isMac, matchesShortcut } from '../../ui/keyboard.ts';

export type DocumentEnd = 'start' | 'end';

/** The caret before the first text of a document or behind the last; null where it has no text. */
export const endOfText = (doc: Node, end: DocumentEnd): Selection | null =>
  end === 'start'
    ? Selection.findFrom(doc.resolve(0), 1, true)
    : Selection.findFrom(doc.resolve(doc.content.size), -1, true);

/** What is selected from where a selection began to an end of the document; null where there is no text. */
export function selectedToEnd({ doc, selection }: EditorState, end: DocumentEnd): Selection | null {
  const place = endOfText(doc, end);
  return place === null ? null : TextSelection.between(selection.$anchor, place.$head);
}

/**
 * Ctrl+Home and Ctrl+End, with Shift to select: on macOS also Cmd and an arrow. The browser goes no further than to
 * the next control between the texts.
 */
export const documentEnds = Extension.create({
  name: 'documentEnds',
  // After the menus at the caret.
  priority: 150,
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey('documentEnds'),
        props: {
          handleKeyDown: (view, event) => {
            const end = (['start', 'end'] as const).find((one) => KEYS[one].some((key) => hits(event, key)));
            if (end === undefined) return false;
            if (!event.shiftKey && end === 'end' && focusLastField(editor)) return true;
            const selection = event.shiftKey
              ? selectedToEnd(view.state, end)
              : endOfText(view.state.doc, end);
            if (selection === null) return false;
            view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
            return true;
          },
        },
      }),
    ];
  },
});

const KEYS = {
  start: isMac ? (['Home', 'Up'] as const) : (['Home'] as const),
  end: isMac ? (['End', 'Down'] as const) : (['End'] as const),
};

const hits = (event: KeyboardEvent, key: 'Home' | 'Up' | 'End' | 'Down'): boolean =>
  matchesShortcut(event, `Mod+${key}`) || matchesShortcut(event, `Mod+Shift+${key}`);

/** Focuses the last field of a document that ends with a form of nothing but fields. @returns whether it does */
function focusLastField({ view }: Editor): boolean {
  const { doc } = view.state;
  const last = doc.lastChild;
  const position = doc.content.size - (last?.nodeSize ?? 0);
  const caret = endOfText(doc, 'end');
  const dom = caret !== null && caret.from > position ? null : view.nodeDOM(position);
  const fields = dom instanceof HTMLElement ? dom.querySelectorAll<HTMLInputElement>('input') : [];
  const field = fields[fields.length - 1];
  field?.focus();
  field?.scrollIntoView({ block: 'nearest' });
  return field !== undefined;
}
