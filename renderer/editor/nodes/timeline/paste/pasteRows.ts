import type { Editor } from '@tiptap/core';
import { DOMParser, Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { newId } from '../../../../../shared/document/newId.ts';
import type { TimeEntryContext } from '../../../../../shared/time/timeEntryContext.ts';
import { announce } from '../../../../ui/announcer/announce.ts';
import { cleanHtml } from '../../../paste-html/cleanHtml.ts';
import { asOneStep } from '../../../rows/asOneStep.ts';
import { goToEvent } from '../goTo.ts';
import { type RowPlace, rowAtIndex } from '../rowPlace.ts';
import { isEmptyRow } from '../rowStops.ts';
import { timeContext } from '../timeCommands.ts';
import { pastedRows } from './pastedRows.ts';
import { timedRows } from './timedRows.ts';

/** A copy of a row with a hidden id of its own. */
const renewed = (row: Node): Node => row.type.create({ ...row.attrs, id: newId() }, row.content);

/** Gives each row of a pasted slice a hidden id of its own; what is dragged within the document keeps it. */
export function withNewRowIds(slice: Slice, view: Pick<EditorView, 'dragging'>): Slice {
  if (view.dragging?.move) return slice;
  const renew = (fragment: Fragment): Fragment =>
    Fragment.from(
      fragment.content.map((node) => {
        if (node.type.name === 'timelineRow') return renewed(node);
        return node.isTextblock || node.isText ? node : node.copy(renew(node.content));
      }),
    );
  return new Slice(renew(slice.content), slice.openStart, slice.openEnd);
}

/** The rows in a clipboard: rows of ours with their times, or what reads as rows; null where anything is beside them. */
function rowsInClipboard(
  editor: Editor,
  data: DataTransfer,
  context: TimeEntryContext,
): readonly Node[] | null {
  const html = cleanHtml(data.getData('text/html'));
  if (isOfRows(html)) return ownRows(editor.schema, html)?.map(renewed) ?? null;
  const pasted = pastedRows(editor.schema, { text: data.getData('text/plain'), html });
  return pasted === null ? null : timedRows(editor.schema, pasted, context);
}

/** Whether HTML was copied from a timeline. */
export const isOfRows = (html: string): boolean => html.includes('data-node="timelineRow"');

function ownRows(schema: Schema, html: string): readonly Node[] | null {
  const page = new window.DOMParser().parseFromString(html, 'text/html');
  return rowsAlone(DOMParser.fromSchema(schema).parse(page.body).content);
}

/** The rows of content that is nothing but rows and timelines; null where something beside them would be lost. */
export function rowsAlone({ content }: Fragment): readonly Node[] | null {
  const rows = content.flatMap((node) => (node.type.name === 'timeline' ? node.children : [node]));
  return rows.length > 0 && rows.every(({ type }) => type.name === 'timelineRow') ? rows : null;
}

/** Puts rows in after a row, or in the place of an empty one. */
function putRows(editor: Editor, timelinePos: number, index: number, rows: readonly Node[]): void {
  const { doc, tr } = editor.state;
  const before = rowAtIndex(doc, timelinePos, index - 1);
  const replaced = before !== null && isEmptyRow(before.row) ? before : null;
  const end = timelinePos + (doc.nodeAt(timelinePos)?.nodeSize ?? 2) - 1;
  const at = rowAtIndex(doc, timelinePos, index)?.rowPos ?? end;
  asOneStep(editor, () => editor.view.dispatch(tr.replaceWith(replaced?.rowPos ?? at, at, rows)));
  announce(rows.length === 1 ? '1 row pasted' : `${rows.length} rows pasted`);
}

/** @returns false when the clipboard holds no rows */
export function pasteRowsAtEnd(editor: Editor, timelinePos: number, data: DataTransfer): boolean {
  const timeline = editor.state.doc.nodeAt(timelinePos);
  if (timeline === null || !editor.isEditable) return false;
  const rows = rowsInClipboard(editor, data, timeContext(editor, timeline, timeline.childCount));
  if (rows === null) return false;
  putRows(editor, timelinePos, timeline.childCount, rows);
  return true;
}

/** @returns false when the clipboard holds no rows */
export function pasteRowsAt(editor: Editor, place: RowPlace, data: DataTransfer): boolean {
  const { timeline, index, row } = place;
  const context = timeContext(editor, timeline, isEmptyRow(row) ? index : index + 1);
  const rows = rowsInClipboard(editor, data, context);
  if (rows === null) return false;
  putRowsAt(editor, place, rows);
  return true;
}

/** Puts rows in after one, or in the place of an empty one, and goes to the last. */
export function putRowsAt(
  editor: Editor,
  { timelinePos, index, row }: RowPlace,
  rows: readonly Node[],
): void {
  putRows(editor, timelinePos, index + 1, rows);
  const last = rowAtIndex(editor.state.doc, timelinePos, index + rows.length - (isEmptyRow(row) ? 1 : 0));
  if (last !== null) goToEvent(editor, last.rowPos);
}
