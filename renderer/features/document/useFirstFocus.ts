import type { Editor } from '@tiptap/core';
import { Selection, TextSelection } from '@tiptap/pm/state';
import { useEffect } from 'react';
import { readFacts } from '../../../shared/document/facts.ts';
import { takeTyping } from '../../app/heldTyping.ts';
import { caretPlace, selectionAt } from '../../editor/commands/caretPlace.ts';
import type { DocumentSession } from '../../session/documentSession.ts';
import { keep, kept } from '../../stores/kept.ts';

/**
 * Puts the focus into a document that has just opened: where the caret was when it was last left, else into a
 * title that is still to be written, else into its first paragraph. What was typed while it opened comes in there. What
 * has the focus already keeps it.
 */
export function useFirstFocus(editor: Editor, session: DocumentSession): void {
  useEffect(() => {
    const key = `debrief/caret/${session.documentId}`;
    if (document.activeElement === null || document.activeElement === document.body) {
      focusFirst(editor, kept(key), readFacts(session.doc).title === null);
    }
    let idle = 0;
    // Where the text was never written in, its caret stands at the very beginning and says nothing.
    let isPlaced = false;
    const keepPlace = (): void => {
      cancelIdleCallback(idle);
      idle = 0;
      if (isPlaced && !editor.isDestroyed) keep(key, caretPlace(editor));
    };
    // Finding the place takes a walk over the text, which no keystroke should wait for.
    const moved = (): void => {
      isPlaced ||= editor.isFocused;
      if (isPlaced && idle === 0) idle = requestIdleCallback(keepPlace);
    };
    editor.on('selectionUpdate', moved);
    // The window may close before it was ever idle.
    window.addEventListener('pagehide', keepPlace);
    return () => {
      editor.off('selectionUpdate', moved);
      window.removeEventListener('pagehide', keepPlace);
      keepPlace();
    };
  }, [editor, session]);
}

function focusFirst(editor: Editor, place: string | null, untitled: boolean): void {
  const last = place === null ? null : selectionAt(editor, place);
  if (last === null && untitled) {
    const title = document.querySelector<HTMLTextAreaElement>('header textarea');
    title?.focus({ preventScroll: true });
    if (title) typeInto(title, takeTyping());
    return;
  }
  const { view } = editor;
  const selection = last ?? firstParagraph(editor);
  view.dispatch(view.state.tr.setSelection(selection));
  view.focus();
  const typed = takeTyping();
  if (typed !== '' && selection instanceof TextSelection)
    view.dispatch(view.state.tr.insertText(typed, selection.to));
  if (last !== null) bringIntoView(editor);
}

/** Writes at the start of a field, as if it were typed. */
function typeInto(field: HTMLTextAreaElement, typed: string): void {
  if (typed === '') return;
  field.setRangeText(typed, 0, 0, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function firstParagraph({ state: { doc } }: Editor): Selection {
  let before = 0;
  for (const block of doc.children) {
    if (block.type.name === 'paragraph') return Selection.near(doc.resolve(before + 1));
    before += block.nodeSize;
  }
  return Selection.atStart(doc);
}

/** Only where it is not on screen already: the middle of the page shows what is around it. */
function bringIntoView({ view }: Editor): void {
  const { node } = view.domAtPos(view.state.selection.head);
  const element = node instanceof Element ? node : node.parentElement;
  const page = element?.closest('main')?.getBoundingClientRect();
  const place = element?.getBoundingClientRect();
  if (page === undefined || place === undefined) return;
  if (place.top < page.top || place.bottom > page.bottom) element?.scrollIntoView({ block: 'center' });
}
