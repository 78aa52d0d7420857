import type { Node } from '@tiptap/pm/model';
import { AllSelection, EditorState, NodeSelection, type Selection, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';
import { widerSelection } from './selectAll.ts';

const { nodes } = postmortemSchema;
const text = (words: string): readonly Node[] => (words === '' ? [] : [postmortemSchema.text(words)]);
const line = (words = ''): Node => nodes.paragraph!.create(null, text(words));
const row = (event: readonly Node[], source = ''): Node =>
  nodes.timelineRow!.create(null, [
    nodes.timelineEvent!.create(null, event),
    nodes.timelineSource!.create(null, text(source)),
  ]);

const docOf = (...blocks: readonly Node[]): Node => nodes.doc!.create(null, [line('Before'), ...blocks]);

/** The words from the selection's start to its end after each of so many presses; `|` parts blocks. */
function pressed(doc: Node, first: Selection, times: number): readonly string[] {
  let state = EditorState.create({ doc, selection: first });
  return Array.from({ length: times }, () => {
    state = state.apply(state.tr.setSelection(widerSelection(state)));
    const { from, to } = state.selection;
    return state.selection instanceof AllSelection ? 'all' : doc.textBetween(from, to, '|', '*');
  });
}

/** The caret behind the first of those words. */
function caretBehind(doc: Node, words: string): TextSelection {
  let found = -1;
  doc.descendants((node, position) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (found < 0 && at >= 0) found = position + at + words.length;
  });
  return TextSelection.create(doc, found);
}

const pressedBehind = (words: string, times: number, ...blocks: readonly Node[]): readonly string[] =>
  pressed(docOf(...blocks), caretBehind(docOf(...blocks), words), times);

describe('select-all in a cell', () => {
  it('selects what the cell says, and the whole document when that is selected', () => {
    const timeline = nodes.timeline!.create(null, [
      row([line('one'), line('two')], 'link'),
      row([line('x')]),
    ]);
    expect(pressedBehind('tw', 2, timeline)).toEqual(['one|two', 'all']);
    expect(pressedBehind('li', 2, timeline)).toEqual(['link', 'all']);
    const item = nodes.actionItem!.create(null, [line('Renew'), line('it')]);
    expect(pressedBehind('Re', 2, nodes.actionList!.create(null, [item]))).toEqual(['Renew|it', 'all']);
    const why = nodes.why!.create(null, [
      nodes.whyQuestion!.create(null, text('Why?')),
      nodes.whyAnswer!.create(null, line('Because')),
    ]);
    const chain = nodes.whyChain!.create(null, why);
    expect(pressedBehind('Wh', 2, chain)).toEqual(['Why?', 'all']);
    expect(pressedBehind('Bec', 2, chain)).toEqual(['Because', 'all']);
    const cell = nodes.tableCell!.create(null, line('cell'));
    const table = nodes.table!.create(null, nodes.tableRow!.create(null, [cell, cell]));
    expect(pressedBehind('ce', 2, table)).toEqual(['cell', 'all']);
  });

  it('goes from code to the description around it', () => {
    const code = nodes.codeBlock!.create(null, text('npm test'));
    const item = nodes.actionItem!.create(null, [line('Run'), code]);
    expect(pressedBehind('npm', 3, nodes.actionList!.create(null, [item]))).toEqual([
      'npm test',
      'Run|npm test',
      'all',
    ]);
  });

  it('selects nothing in an empty cell, however often it is pressed', () => {
    const doc = docOf(nodes.timeline!.create(null, [row([line()])]));
    const caret = TextSelection.near(doc.resolve(doc.firstChild!.nodeSize + 3));
    expect(caret.$from.parent.content.size).toBe(0);
    expect(pressed(doc, caret, 2)).toEqual(['', '']);
  });

  it('selects nothing at a cell that has not even a line', () => {
    const doc = docOf(nodes.timeline!.create(null, [row([])]));
    const cell = NodeSelection.create(doc, doc.firstChild!.nodeSize + 2);
    expect(cell.node.type.name).toBe('timelineEvent');
    expect(pressed(doc, cell, 1)).toEqual(['']);
  });

  it('goes on from a picture that is all there is in a cell', () => {
    const picture = nodes.image!.create({ src: 'data:image/png;base64,AA==', alt: '' });
    const doc = docOf(nodes.timeline!.create(null, [row([picture])]));
    expect(pressed(doc, NodeSelection.create(doc, doc.firstChild!.nodeSize + 3), 1)).toEqual(['all']);
  });
});

it('select-all in ordinary text, and over several cells, selects the whole document', () => {
  expect(pressedBehind('Bef', 1)).toEqual(['all']);
  const timeline = nodes.timeline!.create(null, [row([line('one')]), row([line('two')])]);
  const doc = docOf(timeline);
  const across = TextSelection.create(doc, caretBehind(doc, 'o').head, caretBehind(doc, 'tw').head);
  expect(pressed(doc, across, 1)).toEqual(['all']);
});
