import { Table } from '@tiptap/extension-table';
import type { Command, EditorState } from '@tiptap/pm/state';
import { Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  CellSelection,
  handlePaste,
  tableEditing,
} from '@tiptap/pm/tables';
import type { EditorProps } from '@tiptap/pm/view';
import { fillEmptyCells } from './fillEmptyCells.ts';
import { pastedAtCaret } from './pasteAtCaret.ts';

interface Step {
  readonly state: EditorState;
  readonly tr: Transaction;
  readonly dispatch: ((tr: Transaction) => void) | undefined;
}

/** A command that makes cells, and puts an empty line into each that it made: a cell may be empty by schema. */
const makingCells =
  (command: Command) =>
  () =>
  ({ state, tr, dispatch }: Step): boolean => {
    const done = command(state, dispatch);
    if (done && dispatch) fillEmptyCells(tr);
    return done;
  };

/** Cells that are pasted replace selected ones as prosemirror-tables does it, and none beside a caret. */
const pasteCells: EditorProps['handlePaste'] = (view, event, slice) => {
  if (view.state.selection instanceof CellSelection) return handlePaste(view, event, slice);
  const tr = pastedAtCaret(view.state, slice);
  if (tr !== null) view.dispatch(tr.setMeta('paste', true).setMeta('uiEvent', 'paste'));
  return tr !== null;
};

/**
 * Tables with cell selection and commands, but without the repair that prosemirror-tables makes to uneven
 * tables: it would write to the shared document as soon as a merge makes one, for every peer.
 */
export const TableView = Table.extend({
  content: 'tableRow*',

  addNodeView: () => null,

  addCommands() {
    return {
      ...this.parent?.(),
      insertTable:
        ({ rows = 3, cols = 3, withHeaderRow = true } = {}) =>
        ({ tr, dispatch, editor }) => {
          const { tableRow, tableHeader, tableCell, paragraph } = editor.schema.nodes;
          if (!tableRow || !tableHeader || !tableCell || !paragraph) return false;
          const table = this.type.create(
            null,
            Array.from({ length: rows }, (_, row) =>
              tableRow.create(
                null,
                Array.from({ length: cols }, () =>
                  (withHeaderRow && row === 0 ? tableHeader : tableCell).create(null, paragraph.create()),
                ),
              ),
            ),
          );
          if (dispatch) {
            const { from } = tr.selection;
            tr.replaceSelectionWith(table).scrollIntoView();
            tr.setSelection(TextSelection.near(tr.doc.resolve(from), 1));
          }
          return true;
        },
      addRowBefore: makingCells(addRowBefore),
      addRowAfter: makingCells(addRowAfter),
      addColumnBefore: makingCells(addColumnBefore),
      addColumnAfter: makingCells(addColumnAfter),
    };
  },

  addProseMirrorPlugins: () => {
    const { appendTransaction: _, ...spec } = tableEditing().spec;
    return [new Plugin({ ...spec, props: { ...spec.props, handlePaste: pasteCells } })];
  },
}).configure({ resizable: false });
