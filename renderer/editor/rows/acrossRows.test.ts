import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';
import { isAcrossRows, withoutSelectedRows } from './acrossRows.ts';

const { nodes, text } = {
  nodes: postmortemSchema.nodes,
  text: (words: string) => postmortemSchema.text(words),
};
const line = (words: string) => nodes.paragraph!.create(null, words === '' ? null : text(words));
const item = (number: number, words: string) =>
  nodes.actionItem!.create({ id: `id${number}`, number }, line(words));

/** A state of these action items, selected from the first of one mark in the text to the first of another. */
function selected(words: readonly string[], start: string, end: string): EditorState {
  const items = words.map((word, index) => item(index + 1, word));
  const doc = nodes.doc!.create(null, [nodes.actionList!.create(null, items)]);
  const at = (mark: string): number => {
    let found = -1;
    doc.descendants((node, position) => {
      if (node.isText && found < 0 && node.text?.includes(mark)) found = position + node.text.indexOf(mark);
    });
    return found;
  };
  return EditorState.create({ doc, selection: TextSelection.create(doc, at(start), at(end)) });
}

const rows = (state: EditorState): readonly string[] => {
  const found: string[] = [];
  withoutSelectedRows(state).doc.descendants((node) => {
    if (node.type.name === 'actionItem') found.push(`A${node.attrs.number} ${node.textContent}`);
  });
  return found;
};

describe('a selection across rows', () => {
  it('takes the words of both ends and the rows between, and leaves the ends two rows', () => {
    const state = selected(['one[here', 'two', 'three', 'there]four'], '[', ']');
    expect(isAcrossRows(state)).toBe(true);
    expect(rows(state)).toEqual(['A1 one', 'A4 ]four']);
  });

  it('leaves a row whose text is wholly selected, empty', () => {
    expect(rows(selected(['[one', 'two]'], '[', ']'))).toEqual(['A1 ', 'A2 ]']);
  });

  it('leaves the caret where the selection began', () => {
    const tr = withoutSelectedRows(selected(['one[here', 'there]four'], '[', ']'));
    expect(tr.selection.$from.parent.textContent).toBe('one');
    expect(tr.selection.$from.parentOffset).toBe(3);
  });

  it('keeps the caret in the row where it began, also when a whole paragraph of it goes', () => {
    const lines = nodes.actionItem!.create({ id: 'id1', number: 1 }, [line('one'), line('two')]);
    const doc = nodes.doc!.create(null, [nodes.actionList!.create(null, [lines, item(2, 'three')])]);
    const state = EditorState.create({ doc, selection: TextSelection.create(doc, 8, 17) });
    const tr = withoutSelectedRows(state).insertText('X');
    expect(tr.doc.textBetween(0, tr.doc.content.size, '|')).toBe('one|X|ree');
  });

  it('is none within one text', () => {
    expect(isAcrossRows(selected(['one[here]'], '[', ']'))).toBe(false);
  });

  it('goes from the question of a why to its answer', () => {
    const why = nodes.why!.create(null, [
      nodes.whyQuestion!.create(null, text('Why?')),
      nodes.whyAnswer!.create(null, line('Because')),
    ]);
    const doc = nodes.doc!.create(null, [nodes.whyChain!.create(null, why)]);
    const state = EditorState.create({ doc, selection: TextSelection.create(doc, 5, 12) });
    expect(isAcrossRows(state)).toBe(true);
    expect(
      withoutSelectedRows(state).doc.textBetween(0, withoutSelectedRows(state).doc.content.size, '|'),
    ).toBe('Wh|cause');
  });
});
