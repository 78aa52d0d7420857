import { Extension } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { asOneStep } from '../../rows/asOneStep.ts';
import { withLinks } from './linkedText.ts';
import { writtenAddresses } from './writtenAddresses.ts';

interface ShownChange {
  readonly isChangeOrigin?: boolean;
  readonly isUndoRedoOperation?: boolean;
}

/**
 * An address that somebody types becomes a link when the caret leaves it: by a space, by Enter, or by going
 * elsewhere. The link is a step of its own, so that undo gives the plain text back. Only what was typed here is
 * looked at: what others write, what opens, and what undo brings back are left as they are.
 *
 * Plain text that is pasted has its addresses as links at once.
 */
export const typedLinks = Extension.create({
  name: 'typedLinks',
  addProseMirrorPlugins() {
    const { editor } = this;
    /** Behind the last character that was typed and not left yet. */
    let typed: number | null = null;
    let isTyping = false;
    let isShown = false;
    const follow = (tr: Transaction): null => {
      const shown = tr.getMeta(ySyncPluginKey) as ShownChange | undefined;
      isShown ||= shown?.isChangeOrigin === true;
      if (isTyping && tr.docChanged) typed = tr.selection.head;
      else if (shown?.isUndoRedoOperation) typed = null;
      else if (typed !== null && tr.docChanged) {
        const { pos, deletedBefore } = tr.mapping.mapResult(typed, -1);
        typed = deletedBefore && shown?.isChangeOrigin ? null : pos;
      }
      if (tr.docChanged) isTyping = false;
      return null;
    };
    const leave = (view: EditorView): void => {
      if (typed === null) return;
      const tr = linkAround(view.state, typed);
      typed = null;
      if (tr !== null && view.editable) asOneStep(editor, () => view.dispatch(tr));
    };
    return [
      new Plugin({
        key: new PluginKey('typedLinks'),
        state: { init: () => null, apply: follow },
        view: () => ({
          update: (view) => {
            // While a change of the document is shown, the binding would not write the link into it.
            if (!isShown && typed !== null && !isInWord(view.state, typed)) leave(view);
            isShown = false;
          },
        }),
        props: {
          handleTextInput: (_view, _from, _to, text) => {
            isTyping = /\S$/.test(text);
            return false;
          },
          handleDOMEvents: {
            blur: (view) => leave(view),
          },
          transformPasted: (slice, view, plain) => {
            const { parent } = view.state.selection.$from;
            if (!plain || parent.type.spec.code) return slice;
            return new Slice(withLinks(slice.content), slice.openStart, slice.openEnd);
          },
        },
      }),
    ];
  },
});

/** Stands in a block's text for what is no text, so that there is one character for each position. */
const OBJECT = '\ufffc';
const BEFORE = /[^\s\ufffc]*$/;
const AFTER = /^[^\s\ufffc]*/;

/** Whether the caret is still in the word that ends or goes on at a position. */
function isInWord({ doc, selection }: EditorState, position: number): boolean {
  const $typed = doc.resolve(position);
  if (!selection.empty || !selection.$head.sameParent($typed)) return false;
  const text = $typed.parent.textBetween(0, $typed.parent.content.size, '', OBJECT);
  const before = BEFORE.exec(text.slice(0, $typed.parentOffset))?.[0] ?? '';
  const after = AFTER.exec(text.slice($typed.parentOffset))?.[0] ?? '';
  const caret = selection.$head.parentOffset - $typed.parentOffset;
  return caret >= -before.length && caret <= after.length;
}

/** What makes a link of the address at a position; null where there is none, or where no link belongs. */
function linkAround({ doc, tr, schema }: EditorState, position: number): Transaction | null {
  const $typed = doc.resolve(position);
  const { parent, parentOffset } = $typed;
  const { link, code } = schema.marks;
  if (!parent.isTextblock || parent.type.spec.code || !parent.type.allowsMarkType(link!)) return null;
  const text = parent.textBetween(0, parent.content.size, '', OBJECT);
  const address = writtenAddresses(text).find(({ from, to }) => {
    const wordEnd = to + (AFTER.exec(text.slice(to))?.[0].length ?? 0);
    return from < parentOffset && parentOffset <= wordEnd;
  });
  if (address === undefined) return null;
  const from = $typed.start() + address.from;
  const to = $typed.start() + address.to;
  if (doc.rangeHasMark(from, to, link!) || doc.rangeHasMark(from, to, code!)) return null;
  return tr.addMark(from, to, link!.create({ href: address.href })).removeStoredMark(link!);
}
