import { type Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { matchesShortcut } from '../../ui/keyboard.ts';
import { addRowAfter, copyRow } from './addRow.ts';
import { deleteRow } from './deleteRow.ts';
import { DrawnView } from './drawnView.ts';
import { moveRow } from './moveRow.ts';
import { type RowKind, rowAt } from './rowKind.ts';
import { selectOwnRow } from './selectOwnRow.ts';

/**
 * A key that means the same in every row: Ctrl Enter adds one after it, Alt and an arrow move it, with Shift
 * copy it, Shift F10 opens its menu.
 *
 * @param position before the row
 * @returns whether the key was one of them and is done with
 */
function takeRowKey(editor: Editor, kind: RowKind, position: number, event: KeyboardEvent): boolean {
  const row = editor.view.state.doc.nodeAt(position);
  if (row === null || !editor.isEditable) return false;
  if (matchesShortcut(event, 'Mod+Enter')) addRowAfter(editor, kind, position);
  else if (matchesShortcut(event, 'Alt+Up')) moveRow(editor, kind, position, -1);
  else if (matchesShortcut(event, 'Alt+Down')) moveRow(editor, kind, position, 1);
  else if (matchesShortcut(event, 'Alt+Shift+Down') && kind.copy !== undefined)
    copyRow(editor, kind, position);
  else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))
    openRowMenu(editor, position);
  else return false;
  return true;
}

function openRowMenu(editor: Editor, position: number): void {
  const dom = editor.view.nodeDOM(position);
  if (dom instanceof Element) DrawnView.around(dom)?.openMenu?.();
}

/** The keys of a kind of row, in its text and in its controls, which Esc leaves for the row. */
export const rowKeys = (kind: RowKind): Extension =>
  Extension.create({
    name: `rowKeys/${kind.node}`,
    // Before the keys of ordinary text, which give Ctrl Enter and Backspace other meanings.
    priority: 1_000,
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin({
          key: new PluginKey(`rowKeys/${kind.node}`),
          props: {
            handleKeyDown: (view, event) => {
              const { selection, doc } = view.state;
              const at = rowAt(doc, selection.from, kind);
              if (at === null) return false;
              if (event.key === 'Backspace' && selection.empty && kind.isEmpty(at.row) && editor.isEditable) {
                deleteRow(editor, kind, at.position);
                return true;
              }
              return takeRowKey(editor, kind, at.position, event);
            },
          },
          view: (view) => {
            const onKeyDown = (event: KeyboardEvent): void => {
              if (event.defaultPrevented || !(event.target instanceof Element)) return;
              if (event.target.closest('[data-drawn]') === null) return;
              const row = rowAround(event.target, kind);
              if (row?.position == null) return;
              const deletes =
                event.key === 'Backspace' && isEmptyInput(event.target) && kind.isEmpty(row.node);
              if (deletes && editor.isEditable) deleteRow(editor, kind, row.position);
              else if (matchesShortcut(event, 'Esc')) selectOwnRow(row);
              else if (!takeRowKey(editor, kind, row.position, event)) return;
              event.preventDefault();
              event.stopPropagation();
            };
            view.dom.addEventListener('keydown', onKeyDown);
            return { destroy: () => view.dom.removeEventListener('keydown', onKeyDown) };
          },
        }),
      ];
    },
  });

const isEmptyInput = (target: Element): boolean => target instanceof HTMLInputElement && target.value === '';

function rowAround(target: Element, kind: RowKind): DrawnView | null {
  let view = DrawnView.around(target);
  while (view !== null && view.node.type.name !== kind.node) {
    view = DrawnView.around(view.dom.parentElement);
  }
  return view;
}
