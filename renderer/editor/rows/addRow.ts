import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { announce } from '../../ui/announcer/announce.ts';
import { asOneStep } from './asOneStep.ts';
import { focusCell, placeCaret } from './placeCaret.ts';
import { type RowKind, rowsIn } from './rowKind.ts';

/**
 * Inserts a row at a position of its container, puts the caret into it and says so.
 *
 * @param change what else changes in the same step; it must move no position
 */
export function insertRow(
  editor: Editor,
  kind: RowKind,
  row: Node,
  at: number,
  change: (tr: Transaction) => void = () => undefined,
): void {
  if (!editor.isEditable) return;
  asOneStep(editor, () => {
    const { tr } = editor.view.state;
    change(tr);
    editor.view.dispatch(tr.insert(at, row));
  });
  const cell = kind.firstCell?.(row) ?? null;
  if (cell === null) placeCaret(editor, at);
  else focusCell(editor, at, cell);
  announce(`${kind.nameOf(editor, row, at)} added`);
}

/** Adds an empty row after the one before which `position` lies. */
export function addRowAfter(editor: Editor, kind: RowKind, position: number): void {
  const row = editor.view.state.doc.nodeAt(position);
  if (row === null || !editor.isEditable) return;
  insertRow(editor, kind, kind.make(editor, row), position + row.nodeSize, (tr) =>
    kind.onAddAfter?.(tr, position),
  );
}

/** Adds an empty row after the last of its kind in the container before which `position` lies. */
export function addRowAtEnd(editor: Editor, kind: RowKind, position: number): void {
  const container = editor.view.state.doc.nodeAt(position);
  if (container === null || !editor.isEditable) return;
  const rows = rowsIn(container, position, kind);
  const last = rows[rows.length - 1];
  if (last !== undefined) addRowAfter(editor, kind, last.position);
  else insertRow(editor, kind, kind.make(editor, null), position + container.nodeSize - 1);
}

/** Goes to an empty row after all others of its kind: the last one where that is empty, else a new one. */
export function goToNewRow(editor: Editor, kind: RowKind, position: number): void {
  const container = editor.view.state.doc.nodeAt(position);
  const last = container === null ? undefined : rowsIn(container, position, kind).at(-1);
  if (last !== undefined && kind.isEmpty(last.row)) placeCaret(editor, last.position);
  else addRowAtEnd(editor, kind, position);
}

/** Adds a copy right after the row. */
export function copyRow(editor: Editor, kind: RowKind, position: number): void {
  const row = editor.view.state.doc.nodeAt(position);
  if (row === null || kind.copy === undefined || !editor.isEditable) return;
  insertRow(editor, kind, kind.copy(editor, row), position + row.nodeSize);
}
