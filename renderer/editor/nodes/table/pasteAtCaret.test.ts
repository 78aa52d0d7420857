import { type Node, Slice } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, it } from 'vitest';
import { postmortemSchema as schema } from '../../../../shared/schema/postmortemSchema.ts';
import { block, line, placeOf } from '../../rows/marked.testkit.ts';
import { pastedAtCaret } from './pasteAtCaret.ts';

const tableOf = (...rows: readonly (readonly string[])[]): object =>
  block(
    'table',
    ...rows.map((cells) => block('tableRow', ...cells.map((words) => block('tableCell', line(words))))),
  );
const docOf = (...blocks: readonly object[]): Node => schema.nodeFromJSON({ type: 'doc', content: blocks });
const slice = (...rows: readonly (readonly string[])[]): Slice =>
  Slice.maxOpen(docOf(tableOf(...rows)).content);

/** Each block as its words; the cells of a table apart by `,` and its rows by `;`. */
const shown = (doc: Node): readonly string[] =>
  doc.children.map((child) =>
    child.children
      .map((row) => (row.isText ? row.text : row.children.map((cell) => cell.textContent).join(',')))
      .join(';'),
  );

/** What is there after a paste over `selected`, and the words before the caret. */
function pasted(doc: Node, selected: string, rows: readonly (readonly string[])[]) {
  const from = placeOf(doc, selected);
  const selection = TextSelection.create(doc, from, from + selected.length);
  return after(EditorState.create({ doc, selection }), rows);
}

function pastedBehind(doc: Node, words: string, rows: readonly (readonly string[])[]) {
  const selection = TextSelection.create(doc, placeOf(doc, words) + words.length);
  return after(EditorState.create({ doc, selection }), rows);
}

function after(state: EditorState, rows: readonly (readonly string[])[]) {
  const tr = pastedAtCaret(state, slice(...rows));
  if (tr === null) return null;
  tr.doc.check();
  return { blocks: shown(tr.doc), caret: tr.selection.empty ? tr.selection.$from.parent.textContent : null };
}

const rows = [
  ['a', 'b'],
  ['c', 'd'],
];

it('cells that would cover written ones come in as a table below', () => {
  const doc = docOf(tableOf(['CellA', 'CellB'], ['', '']), line('After'));
  expect(pastedBehind(doc, 'CellA', rows)).toEqual({
    blocks: ['CellA,CellB;,', 'a,b;c,d', 'After'],
    caret: 'd',
  });
});

it('cells fill empty ones, and make the table larger where it ends', () => {
  const doc = docOf(tableOf(['CellA', 'CellB'], ['CellC', '']));
  const selection = TextSelection.create(doc, placeOf(doc, 'CellC') + 'CellC'.length + 4);
  expect(after(EditorState.create({ doc, selection }), rows)).toEqual({
    blocks: ['CellA,CellB,;CellC,a,b;,c,d'],
    caret: 'd',
  });
});

it('every cell of a larger table has a line to write in', () => {
  const doc = docOf(tableOf(['']));
  const selection = TextSelection.create(doc, 4);
  const tr = pastedAtCaret(EditorState.create({ doc, selection }), slice(['a', 'b'], ['c']));
  const empty: Node[] = [];
  tr?.doc.descendants((node) => {
    if (node.type.name === 'tableCell' && node.childCount === 0) empty.push(node);
  });
  expect(empty).toEqual([]);
});

it('a cell whose words are all selected is replaced, and words that are selected of more go alone', () => {
  const doc = docOf(tableOf(['CellA', ''], ['', '']));
  expect(pasted(doc, 'CellA', rows)?.blocks).toEqual(['a,b;c,d']);
  expect(pasted(doc, 'Cell', rows)?.blocks).toEqual(['A,;,', 'a,b;c,d']);
});

it('leaves alone what is pasted beside tables, and words that are pasted into a cell', () => {
  const doc = docOf(tableOf(['CellA']), line('After'));
  expect(pastedBehind(doc, 'After', rows)).toBeNull();
  const selection = TextSelection.create(doc, 5);
  expect(
    pastedAtCaret(EditorState.create({ doc, selection }), Slice.maxOpen(docOf(line('x')).content)),
  ).toBeNull();
});
