import { Fragment, Slice } from '@tiptap/pm/model';
import { expect, it } from 'vitest';
import { documentWith, rowOf, timelineIn } from '../timeline.testkit.ts';
import { withNewRowIds } from './pasteRows.ts';

const { timeline } = timelineIn(documentWith(rowOf({ id: 'a', allClear: true }, ['alpha'], 'log')));
const slice = new Slice(Fragment.from(timeline), 0, 0);

it('a pasted row gets a hidden id of its own and keeps all else', () => {
  const pasted = withNewRowIds(slice, { dragging: null }).content.firstChild?.firstChild;
  expect(pasted?.attrs.id).not.toBe('a');
  expect(pasted?.attrs).toEqual({ ...timeline.firstChild?.attrs, id: pasted?.attrs.id });
  expect(pasted?.content.eq(timeline.firstChild?.content ?? Fragment.empty)).toBe(true);
});

it('a row that is dragged within the document keeps its id', () => {
  expect(withNewRowIds(slice, { dragging: { slice, move: true } })).toBe(slice);
});
