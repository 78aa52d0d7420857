import { Extension } from '@tiptap/core';
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { copySelection } from '../copy-text/copySelection.ts';
import { deleteAcrossRows, isAcrossRows } from './acrossRows.ts';
import { deleteRow, focusForm } from './deleteRow.ts';
import { deleteWholeRows } from './deleteWholeRows.ts';
import { placeCaret } from './placeCaret.ts';
import { type RowKind, rowAt } from './rowKind.ts';

/**
 * What selections of rows mean: Enter goes into a selected row, Delete and cutting take it away. Deleting across rows
 * leaves the rows at both ends.
 */
export const rowSelection = (kinds: readonly RowKind[]): Extension =>
  Extension.create({
    name: 'rowSelection',
    // Before the keys of ordinary text, which delete whatever is selected.
    priority: 150,
    addProseMirrorPlugins() {
      const { editor } = this;
      const kindOf = (name: string | undefined): RowKind | undefined =>
        kinds.find(({ node }) => node === name);
      const selectedKind = (view: EditorView): RowKind | undefined => {
        const { selection } = view.state;
        return selection instanceof NodeSelection ? kindOf(selection.node.type.name) : undefined;
      };
      return [
        new Plugin({
          key: new PluginKey('rowSelection'),
          props: {
            handleKeyDown: (view, event) => {
              if (!editor.isEditable || event.ctrlKey || event.metaKey || event.altKey) return false;
              const { from } = view.state.selection;
              const kind = selectedKind(view);
              const deletes = event.key === 'Backspace' || event.key === 'Delete';
              if (kind !== undefined && event.key === 'Enter') placeCaret(editor, from);
              else if (kind !== undefined && deletes) deleteRow(editor, kind, from);
              else return false;
              return true;
            },
            // Typing never replaces a row.
            handleTextInput: (view) => selectedKind(view) !== undefined,
            handleDOMEvents: {
              cut: (view, event) => {
                const kind = selectedKind(view);
                const cutsRows = kind !== undefined || isAcrossRows(view.state);
                if (!editor.isEditable || !cutsRows || !copySelection(view, event)) return false;
                if (kind !== undefined) deleteRow(editor, kind, view.state.selection.from, { loud: false });
                // What is copied as rows is cut as rows: pasted again, they would be there twice.
                else if (!deleteWholeRows(editor, (form) => focusForm(editor, form)))
                  deleteAcrossRows(editor);
                return true;
              },
            },
          },
        }),
      ];
    },
  });

/** Esc selects the row that holds the caret, to copy, cut or delete it as a whole. */
export const selectRowKey = (kinds: readonly RowKind[]): Extension =>
  Extension.create({
    name: 'selectRowKey',
    // After the menus at the caret, which Esc closes first.
    priority: 90,
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey('selectRowKey'),
        props: { handleKeyDown: (view, event) => event.key === 'Escape' && selectRow(view, kinds) },
      }),
    ],
  });

function selectRow(view: EditorView, kinds: readonly RowKind[]): boolean {
  const { selection, doc, tr } = view.state;
  if (selection instanceof NodeSelection) return false;
  for (const kind of kinds) {
    const at = rowAt(doc, selection.from, kind);
    if (at === null) continue;
    view.dispatch(tr.setSelection(NodeSelection.create(doc, at.position)));
    return true;
  }
  return false;
}
