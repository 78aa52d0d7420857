import type { Editor } from '@tiptap/core';
import { announce } from '../../ui/announcer/announce.ts';
import { moveBlock } from '../commands/moveBlock.ts';
import { asOneStep } from './asOneStep.ts';
import { type RowKind, rowsIn } from './rowKind.ts';

/** Moves the row before which `position` lies up (-1) or down (1) past one other of its kind. */
export function moveRow(editor: Editor, kind: RowKind, position: number, step: -1 | 1): void {
  const place = editor.view.state.doc.resolve(position);
  const rows = rowsIn(place.parent, place.before(place.depth), kind);
  const from = rows.findIndex((row) => row.position === position);
  moveRowTo(editor, kind, position, from + step);
}

/** Moves the row to a place among the rows of its kind, counted from 0. */
export function moveRowTo(editor: Editor, kind: RowKind, position: number, to: number): void {
  const { view } = editor;
  const place = view.state.doc.resolve(position);
  const row = place.nodeAfter;
  const rows = rowsIn(place.parent, place.before(place.depth), kind);
  const target = rows[to];
  if (row === null || !editor.isEditable) return;
  const name = kind.nameOf(editor, row, position);
  if (target === undefined) {
    announce(`${name} is ${to < 0 ? 'first' : 'last'}`);
    return;
  }
  const cell = cellWithFocus(view.nodeDOM(position));
  if (!asOneStep(editor, () => moveBlock(editor, position, target.index))) return;
  const moved = rowsIn(
    view.state.doc.resolve(place.before(place.depth)).nodeAfter ?? place.parent,
    place.before(place.depth),
    kind,
  )[to];
  const dom = moved === undefined ? null : view.nodeDOM(moved.position);
  if (cell !== null && dom instanceof HTMLElement) {
    dom.querySelector<HTMLElement>(`[data-cell="${cell}"]`)?.focus();
  }
  if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'nearest' });
  announce(`${name} moved to ${to + 1} of ${rows.length}`);
}

/** The name of the control in a row that has the focus: a move makes the row's DOM anew. */
function cellWithFocus(row: globalThis.Node | null): string | null {
  const focused = document.activeElement;
  return row?.contains(focused) && focused instanceof HTMLElement ? (focused.dataset.cell ?? null) : null;
}
