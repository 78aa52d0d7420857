import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { expect, it } from 'vitest';
import { rowAt, rowAtIndex, rowOfSelection } from './rowPlace.ts';
import { documentWith, positionOf, rowOf, timelineIn } from './timeline.testkit.ts';

const doc = documentWith(rowOf({ id: 'a' }, ['alpha', 'more'], 'log'), rowOf({ id: 'b' }, ['beta']));
const { timelinePos } = timelineIn(doc);

it('finds the row around a caret in its event and in its source', () => {
  for (const text of ['alpha', 'more', 'log']) {
    const place = rowOfSelection(TextSelection.create(doc, positionOf(doc, text)));
    expect(place).toMatchObject({ index: 0, timelinePos });
    expect(place?.row.attrs.id).toBe('a');
    expect(doc.nodeAt(place?.rowPos ?? 0)).toBe(place?.row);
  }
});

it('finds a row that is selected as a whole', () => {
  const second = rowAtIndex(doc, timelinePos, 1);
  const selection = NodeSelection.create(doc, second?.rowPos ?? 0);
  expect(rowOfSelection(selection)).toEqual(second);
});

it('finds no row for a selection over two rows, or outside of the timeline', () => {
  const [from, to] = [positionOf(doc, 'alpha'), positionOf(doc, 'beta')];
  expect(rowOfSelection(TextSelection.create(doc, from, to))).toBeNull();
  expect(rowOfSelection(TextSelection.create(doc, positionOf(doc, 'After')))).toBeNull();
});

it('answers null for an index or a position without a row', () => {
  expect(rowAtIndex(doc, timelinePos, -1)).toBeNull();
  expect(rowAtIndex(doc, timelinePos, 2)).toBeNull();
  expect(rowAt(doc, timelinePos)).toBeNull();
});
