import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { describe, expect, it, vi } from 'vitest';
import { ACTION_ITEM } from '../nodes/action-list/actionKind.ts';
import { timelineEditing } from '../nodes/timeline/timelineEditing.ts';
import { block, line, marked, placeOf } from './marked.testkit.ts';
import { clipboardOf, pluginView } from './pluginView.testkit.ts';
import { rowSelection } from './rowSelection.ts';

// The view is bound to no Y.Doc.
vi.mock('../commands/deleteBlock.ts', () => ({
  deleteBlock: ({ view }: Editor, position: number): void => {
    const { tr, doc } = view.state;
    view.dispatch(tr.delete(position, position + (doc.nodeAt(position)?.nodeSize ?? 0)));
  },
}));

const item = (words: string) => block('actionItem', line(words));
const row = (event: string, source: string) =>
  block('timelineRow', block('timelineEvent', line(event)), block('timelineSource', source));

/** The rows after what stands from one mark to the end of another was cut, and the words of the line of the caret. */
function cut(form: object, first: string, last: string) {
  const start = marked(line('above'), form, line('below'));
  const { doc } = start;
  const selection = TextSelection.create(doc, placeOf(doc, first), placeOf(doc, last) + last.length);
  const view = pluginView(start.apply(start.tr.setSelection(selection)), [
    rowSelection([ACTION_ITEM]),
    timelineEditing,
  ]);
  expect(view.tell('cut', clipboardOf(''))).toBe(true);
  view.state.doc.check();
  const rows = view.state.doc.child(1).children.map((node) => node.textBetween(0, node.content.size, ', '));
  return { rows, caretIn: view.state.selection.$from.parent.textContent };
}

describe('a cut of rows from their first words to their last', () => {
  const items = block('actionList', item('one'), item('two'), item('three'), item('four'));

  it('takes the rows that it copies, and goes on in the row above or below', () => {
    expect(cut(items, 'two', 'three')).toEqual({ rows: ['one', 'four'], caretIn: 'one' });
    expect(cut(items, 'one', 'three')).toEqual({ rows: ['four'], caretIn: 'four' });
  });

  it('takes the rows of a timeline, too', () => {
    const timeline = block('timeline', row('one', 'log'), row('two', ''), row('three', 'graph'));
    expect(cut(timeline, 'two', 'graph')).toEqual({ rows: ['one, log'], caretIn: 'log' });
  });

  it('leaves a form without rows where it takes all of them', () => {
    expect(cut(block('timeline', row('one', ''), row('two', 'log')), 'one', 'log').rows).toEqual([]);
  });

  it('takes words only where some are left out', () => {
    expect(cut(items, 'wo', 'three')).toEqual({ rows: ['one', 't', '', 'four'], caretIn: 't' });
  });
});
