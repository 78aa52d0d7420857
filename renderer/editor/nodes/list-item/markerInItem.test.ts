import { EditorState } from '@tiptap/pm/state';
import { expect, it } from 'vitest';
import { postmortemSchema as schema } from '../../../../shared/schema/postmortemSchema.ts';
import { block, line, placeOf } from '../../rows/marked.testkit.ts';
import { takeMarker } from './markerInItem.ts';

const LISTS = new Set(['bulletList']);
const item = (...blocks: readonly object[]) => block('listItem', ...blocks);

/** The document after the marker was typed in it; null where it is left to others. */
function typed(...blocks: readonly object[]): string | null {
  const doc = schema.nodeFromJSON(block('doc', ...blocks));
  const { tr } = EditorState.create({ doc });
  const from = placeOf(doc, '- ');
  const at = takeMarker(tr, from, from + 2, LISTS);
  if (at === null) expect(tr.docChanged).toBe(false);
  else expect(tr.doc.nodeAt(at)?.type.name).toBe('listItem');
  return at === null ? null : tr.doc.toString();
}

it('a marker at the start of an item of its own kind of list goes, and the item stays beside the others', () => {
  expect(typed(block('bulletList', item(line('a')), item(line('- b'))))).toBe(
    'doc(bulletList(listItem(paragraph("a")), listItem(paragraph("b"))))',
  );
});

it('a marker elsewhere is left to others', () => {
  expect(typed(line('- '))).toBeNull();
  expect(typed(block('orderedList', item(line('- '))))).toBeNull();
  expect(typed(block('bulletList', item(line('a'), line('- '))))).toBeNull();
  expect(typed(block('bulletList', item(line('a - b'))))).toBeNull();
});
