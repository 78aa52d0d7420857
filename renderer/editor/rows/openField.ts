import type { EditorView } from '@tiptap/pm/view';
import { rowControls, rowControlsAround } from '../nodes/timeline/controls.ts';
import type { CellName } from '../nodes/timeline/rowStops.ts';
import { DrawnView } from './drawnView.ts';
import { positionOfId } from './goTo.ts';

/** A control of a row that has the focus, and what is typed in it. */
export interface OpenField {
  /** The name of the row's node, and its hidden id. */
  readonly kind: string;
  readonly id: string;
  /** What the control is called in its row: `due`. */
  readonly cell: string;
  /** What is not in the document yet; null where nothing is. */
  readonly typed: string | null;
  readonly selected: readonly [number | null, number | null];
}

/** The control of a row that an element is; null for any other, and in a row that has no hidden id. */
export function openFieldOf(element: Element | null): OpenField | null {
  const cell = element?.closest<HTMLElement>('[data-cell]')?.dataset.cell;
  if (cell === undefined) return null;
  const row = rowControlsAround(element)?.row() ?? DrawnView.around(element)?.node;
  const id: unknown = row?.attrs.id;
  if (row === undefined || typeof id !== 'string') return null;
  const input = element instanceof HTMLInputElement ? element : null;
  return {
    kind: row.type.name,
    id,
    cell,
    typed: input?.dataset.pending === undefined ? null : input.value,
    selected: [input?.selectionStart ?? null, input?.selectionEnd ?? null],
  };
}

/** Goes on in a control where its row is now, with what was typed in it; nothing where the row is gone. */
export function goOnIn(view: EditorView, { kind, id, cell, typed, selected }: OpenField): void {
  const position = positionOfId(view.state.doc, kind, id);
  const row = position === null ? null : view.nodeDOM(position);
  if (position === null || !(row instanceof HTMLElement)) return;
  const controls = rowControls(view, position);
  if (controls === undefined) row.querySelector<HTMLElement>(`[data-cell="${cell}"]`)?.focus();
  else controls.edit(cell as 'time' | CellName);
  const input = row.ownerDocument.activeElement;
  if (!(input instanceof HTMLInputElement) || !row.contains(input)) return;
  if (typed !== null) {
    input.value = typed;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
  input.setSelectionRange(...selected);
}
