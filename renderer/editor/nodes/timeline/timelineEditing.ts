import { type Editor, Extension } from '@tiptap/core';
import { NodeSelection, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { copySelection } from '../../copy-text/copySelection.ts';
import { deleteWholeRows } from '../../rows/deleteWholeRows.ts';
import { wholeRowPlaces } from '../../rows/wholeRows.ts';
import { enterTimeline } from './enterTimeline.ts';
import { goToQuickAdd } from './goTo.ts';
import { stopNativeEdit } from './nativeEdits.ts';
import { withNewRowIds } from './paste/pasteRows.ts';
import { removeRow } from './rowCommands.ts';
import { isRowSelected, rowAround, rowOfSelection } from './rowPlace.ts';
import { takeCellKey, takeRowTextKey } from './textKeys.ts';
import { goneAway, timelineKey, timelinePlugin } from './timelineState.ts';

/** What the quick-add row covers at the foot of the page, in px: the caret is not left behind it. */
const COVERED = 96;

/** What is computed of timelines, and the keys and the typing in them that ordinary text does not have. */
export const timelineEditing = Extension.create({
  name: 'timelineEditing',
  // Before the keys of ordinary text, which give Ctrl Enter and Backspace other meanings.
  priority: 1_000,
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      timelinePlugin(),
      new Plugin({
        key: new PluginKey('timelineKeys'),
        props: {
          handleKeyDown: (view, event) => view.editable && takeRowTextKey(editor, event),
          handleTextInput: (view, _from, _to, text) => view.editable && typeOver(view, text),
          handleDOMEvents: {
            focus: (view) => {
              if (timelineKey.getState(view.state)?.away) view.dispatch(goneAway(view.state.tr, false));
            },
            beforeinput: stopNativeEdit,
            cut: (view, event) => view.editable && cutRow(editor, view, event),
          },
          transformPasted: withNewRowIds,
          scrollMargin: { top: COVERED, right: 5, bottom: COVERED, left: 5 },
          scrollThreshold: { top: 0, right: 0, bottom: COVERED, left: 0 },
        },
      }),
    ];
  },
});

/** After menus in the text, which have the first claim to Tab, Esc and arrows, and before lists and tables. */
export const timelineCellKeys = Extension.create({
  name: 'timelineCellKeys',
  priority: 150,
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey('timelineCellKeys'),
        props: {
          handleKeyDown: (view, event) =>
            view.editable && (takeCellKey(editor, view, event) || enterTimeline(editor, view, event)),
        },
      }),
    ];
  },
});

/** Typing never replaces one of these as a whole: Enter goes in, Delete removes. */
const SPARED: ReadonlySet<string> = new Set(['timeline', 'timelineRow', 'timelineEvent', 'timelineSource']);

/** What typing does where no caret stands in text. @returns whether it was one of these cases */
function typeOver(view: EditorView, text: string): boolean {
  const { state } = view;
  const { selection } = state;
  if (!(selection instanceof NodeSelection)) return false;
  const { type } = selection.node;
  if (type.name === 'timelineEvent' && selection.node.childCount === 0) {
    const paragraph = state.schema.nodes.paragraph!.create(null, state.schema.text(text));
    const tr = state.tr.insert(selection.from + 1, paragraph);
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, selection.from + 2 + text.length)));
    return true;
  }
  return SPARED.has(type.name);
}

/** @returns false where no row is selected as a whole, and no rows from their first words to their last */
function cutRow(editor: Editor, view: EditorView, event: ClipboardEvent): boolean {
  const { selection } = view.state;
  if (wholeRowPlaces(view.state) !== null && rowAround(selection.$from) !== null) {
    return (
      copySelection(view, event) &&
      deleteWholeRows(editor, (timeline) => goToQuickAdd(editor, timeline, 'time'))
    );
  }
  const row = isRowSelected(selection) ? rowOfSelection(selection) : null;
  if (row === null || !copySelection(view, event)) return false;
  removeRow(editor, row, { loud: false });
  return true;
}
