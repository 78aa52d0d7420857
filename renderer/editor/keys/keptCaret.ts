import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, Selection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Keeps the caret where a person put it. A browser puts one of its own at the start of the text when the text gets
 * the focus, and again when the window does while what is selected has no text of the editor's in it, as a row of
 * the sign-off. ProseMirror takes back what it hears of that for a fifth of a second. What it hears later, on a busy
 * machine, it takes for a person's move, and the next key changes the first heading.
 */
export const keptCaret = Extension.create({
  name: 'keptCaret',
  addProseMirrorPlugins() {
    let isByItself: () => boolean = () => false;
    return [
      new Plugin({
        key: new PluginKey('keptCaret'),
        // However the editor came to read the browser's caret: with what it heard, a key, or a change of the page.
        filterTransaction: (tr) => !(tr.selectionSet && isAtStart(tr) && isByItself()),
        props: {
          handleDOMEvents: {
            // Before anybody hears of the browser's caret; a press of the mouse moves it afterwards.
            focus: (view) => {
              if (view.editable) view.focus();
              return false;
            },
          },
        },
        view: (view) => {
          const caret = keepCaret(view);
          isByItself = caret.isByItself;
          return caret;
        },
      }),
    ];
  },
});

const isAtStart = ({ doc, docChanged, selection }: Transaction): boolean =>
  !docChanged && selection.eq(Selection.atStart(doc));

function keepCaret(view: EditorView): { isByItself: () => boolean; destroy: () => void } {
  const { ownerDocument } = view.dom;
  // Whether a person did something that moves the caret, and the browser has not said yet where it is.
  let moving = false;
  const isByItself = (): boolean => !moving && isAtStartByItself(view);
  const putBack = (): void => {
    if (isByItself()) view.focus();
  };
  const onMove = (event: KeyboardEvent | PointerEvent): void => {
    moving ||= !event.defaultPrevented && isInText(view, event.target) && movesCaret(event);
  };
  const onSelection = (event: Event): void => {
    putBack();
    // What `heardCaret` asks for comes before the key moves the caret.
    if (event.isTrusted) moving = false;
  };
  ownerDocument.addEventListener('keydown', onMove);
  ownerDocument.addEventListener('pointerdown', onMove);
  // Before the editor's own listeners, and before the browser writes at its caret.
  const early = { capture: true };
  ownerDocument.addEventListener('selectionchange', onSelection, early);
  ownerDocument.addEventListener('keydown', putBack, early);
  ownerDocument.addEventListener('keypress', putBack, early);
  return {
    isByItself,
    destroy: () => {
      ownerDocument.removeEventListener('keydown', onMove);
      ownerDocument.removeEventListener('pointerdown', onMove);
      ownerDocument.removeEventListener('selectionchange', onSelection, early);
      ownerDocument.removeEventListener('keydown', putBack, early);
      ownerDocument.removeEventListener('keypress', putBack, early);
    },
  };
}

const isInText = (view: EditorView, target: EventTarget | null): boolean =>
  target instanceof Element && view.dom.contains(target) && target.closest('[data-drawn]') === null;

/** A press, or a key that leads towards the start of the text; a Mac has three letters for that, too. */
const movesCaret = (event: KeyboardEvent | PointerEvent): boolean =>
  event instanceof PointerEvent ||
  /^(Arrow|Home|Page)/.test(event.key) ||
  (event.ctrlKey && /^[abp]$/i.test(event.key));

/** Whether the browser's caret is at the start of the text while the editor's selection is not. */
function isAtStartByItself(view: EditorView): boolean {
  if (!view.editable || view.composing || !view.hasFocus()) return false;
  const shown = view.dom.ownerDocument.getSelection();
  if (!shown?.isCollapsed || shown.focusNode === null || !view.dom.contains(shown.focusNode)) return false;
  const { doc, selection } = view.state;
  const start = Selection.atStart(doc);
  if (selection.eq(start)) return false;
  const at = view.posAtDOM(shown.focusNode, shown.focusOffset);
  return Selection.near(doc.resolve(at)).eq(start);
}
