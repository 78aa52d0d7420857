import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEED } from '../../../../shared/testing/seed.testkit.ts';
import { isAcrossRows, withoutSelectedRows } from '../../rows/acrossRows.ts';
import { rowAround } from './rowPlace.ts';
import { documentWith, positionOf, rowOf, timelineIn } from './timeline.testkit.ts';

const doc = documentWith(
  rowOf({ id: 'a', at: '2026-11-12T23:52' }, ['alpha', 'more'], 'log a'),
  rowOf({ id: 'b', at: '2026-11-12T23:53' }, ['beta'], 'log b'),
  rowOf({ id: 'c', at: '2026-11-12T23:54' }, ['gamma', 'rest'], 'log c'),
);

const stateWith = (from: number, to: number): EditorState =>
  EditorState.create({ doc, selection: TextSelection.create(doc, from, to) });

const deleted = (from: number, to: number) => {
  const after = withoutSelectedRows(stateWith(from, to)).doc;
  after.check();
  return timelineIn(after).timeline.children.map((row) => ({
    id: row.attrs.id,
    cells: row.children.map((cell) => cell.textBetween(0, cell.content.size, ' / ')),
  }));
};

const idsIn = (after: Node): readonly string[] => {
  const ids: string[] = [];
  after.descendants(({ type, attrs }) => {
    if (type.name === 'timelineRow') ids.push(attrs.id);
  });
  return ids;
};

describe('deleting a selection over several cells', () => {
  it('keeps both ends as rows of their own and takes the rows between', () => {
    expect(deleted(positionOf(doc, 'more') + 2, positionOf(doc, 'rest') + 1)).toEqual([
      { id: 'a', cells: ['alpha / mo', ''] },
      { id: 'c', cells: ['est', 'log c'] },
    ]);
  });

  it('empties a cell that is selected wholly, and leaves a paragraph to write in', () => {
    const after = withoutSelectedRows(
      stateWith(positionOf(doc, 'log a') + 3, positionOf(doc, 'log b') + 3),
    ).doc;
    const [first, second] = timelineIn(after).timeline.children;
    expect(first?.lastChild?.textContent).toBe('log');
    expect(second?.firstChild?.toJSON().content).toEqual([{ type: 'paragraph' }]);
    expect(second?.lastChild?.textContent).toBe(' b');
  });

  it('is not meant for a selection within one cell', () => {
    const [alpha, more] = ['alpha', 'more'].map((text) => positionOf(doc, text));
    expect(isAcrossRows(stateWith(alpha ?? 0, more ?? 0))).toBe(false);
    expect(isAcrossRows(stateWith(alpha ?? 0, positionOf(doc, 'log a')))).toBe(true);
  });

  it('never loses a character outside of the selection, whatever is selected', () => {
    const places: number[] = [];
    doc.descendants((node, pos) => {
      if (node.isTextblock) for (let at = 0; at <= node.content.size; at += 1) places.push(pos + 1 + at);
    });
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom(...places), (one, two) => {
        const [from, to] = [Math.min(one, two), Math.max(one, two)];
        const state = stateWith(from, to);
        if (!isAcrossRows(state)) return;
        const after = withoutSelectedRows(state).doc;
        after.check();
        const size = doc.content.size;
        expect(after.textContent).toBe(doc.textBetween(0, from) + doc.textBetween(to, size));
        for (const end of [from, to]) {
          const row = rowAround(doc.resolve(end))?.row;
          if (row !== undefined) expect(idsIn(after)).toContain(row.attrs.id);
        }
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
