import type { Editor } from '@tiptap/core';
import { safeLinkAddress } from '../../../../shared/schema/linkPolicy.ts';
import type { RowPlace } from './rowPlace.ts';
import { stopAround, stopsOf } from './rowStops.ts';

/** Makes a link of a source that is nothing but an address which somebody typed and goes on from. */
export function linkTypedAddress(editor: Editor, place: RowPlace): void {
  const { doc, selection, schema } = editor.state;
  const stops = stopsOf(place);
  const cell = stops[stopAround(stops, selection.head)];
  if (cell?.kind !== 'cell' || cell.name !== 'source') return;
  const source = doc.nodeAt(cell.pos);
  const only = source?.childCount === 1 ? source.firstChild : null;
  const text = only?.isText ? (only.text ?? '').trim() : '';
  const link = schema.marks.link;
  const address = /\s/.test(text) ? null : safeLinkAddress(text);
  if (address === null || link === undefined || link.isInSet(only?.marks ?? [])) return;
  const mark = link.create({ href: address });
  editor.view.dispatch(editor.state.tr.addMark(cell.pos + 1, cell.pos + cell.size - 1, mark));
}
