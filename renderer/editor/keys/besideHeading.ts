import { Extension } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { isSectionHeading } from './sectionHeading.ts';

/**
 * A selection that reaches into a section's heading from beside it, cut back to the text outside. A press on the
 * end of a line, a third click and Shift with an arrow all select so, and what replaces it would join the heading
 * to the words around. What begins with the whole heading or goes over it was meant.
 *
 * @returns null for every other selection; a caret where nothing but the edge of a heading was selected
 */
export function besideHeading({ selection, doc }: EditorState): Selection | null {
  if (!(selection instanceof TextSelection) || selection.empty) return null;
  const { $from, $to } = selection;
  if ($from.sameParent($to)) return null;
  const begins = isSectionHeading($from.parent) && $from.parentOffset > 0;
  const ends = isSectionHeading($to.parent);
  if (!begins && !ends) return null;
  const $first = begins ? Selection.findFrom(doc.resolve($from.after()), 1, true)?.$from : $from;
  const $last = ends ? Selection.findFrom(doc.resolve($to.before()), -1, true)?.$to : $to;
  if (!$first || !$last || $first.pos > $last.pos) return Selection.near(begins ? $from : ($last ?? $from));
  return TextSelection.between($first, $last);
}

const isWhole = ($end: ResolvedPos): boolean => $end.parentOffset === $end.parent.content.size;

/** Whether the last thing selected is a heading as a whole: it was meant to go, when something is deleted. */
const endsWithHeading = ({ selection: { $to } }: EditorState): boolean =>
  isSectionHeading($to.parent) && $to.parent.childCount > 0 && isWhole($to);

/** Cuts the selection back before something replaces or deletes it. @returns whether nothing is left of it */
function cutBack(view: EditorView, deletes: boolean): boolean {
  const { state } = view;
  if (!view.editable || (deletes && endsWithHeading(state))) return false;
  const selection = besideHeading(state);
  if (selection === null) return false;
  view.dispatch(state.tr.setSelection(selection).setMeta('addToHistory', false));
  return selection.empty;
}

const DELETES: ReadonlySet<string> = new Set(['Backspace', 'Delete']);

/** Keys without a letter that bring text of their own; an input method says `Process` for all of its keys. */
const WRITES: ReadonlySet<string> = new Set(['Enter', 'Process', 'Dead', 'Unidentified']);

function writes(event: KeyboardEvent): boolean {
  if (event.getModifierState('AltGraph')) return event.key.length === 1;
  return WRITES.has(event.key) || (event.key.length === 1 && !event.ctrlKey && !event.metaKey);
}

/** Keeps a section's heading when something takes the place of a selection that only reaches into it. */
export const headingBesideSelection = Extension.create({
  name: 'headingBesideSelection',
  // Before all keys that replace what is selected.
  priority: 1_900,
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('headingBesideSelection'),
      props: {
        handleKeyDown: (view, event) => {
          if (DELETES.has(event.key)) return cutBack(view, true);
          if (writes(event)) cutBack(view, false);
          return false;
        },
        handlePaste: (view) => {
          cutBack(view, false);
          return false;
        },
        handleDOMEvents: {
          cut: (view, event) => {
            const isNothing = cutBack(view, true);
            if (isNothing) event.preventDefault();
            return isNothing;
          },
          // Before the editor reads what is dragged, which a move takes away where it was.
          dragstart: (view) => {
            cutBack(view, true);
            return false;
          },
          // Not every input method says `Process` before.
          compositionstart: (view) => {
            cutBack(view, false);
            return false;
          },
          // Text that comes without a key: dictation, the picker of emoji.
          beforeinput: (view, { inputType }) => {
            if (inputType.startsWith('insert')) cutBack(view, false);
            return false;
          },
        },
      },
    }),
  ],
});
